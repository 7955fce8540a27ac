import { AlertOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

export default {
  routes: [
    { path: 'hazards', lazy: async () => ({ Component: (await import('./components/hazard-ledger-page')).default }) },
    { path: 'hazards/report', lazy: async () => ({ Component: (await import('./components/report-hazard-page')).default }) },
  ],
  menu: [{ path: '/hazards', labelKey: 'hazards:menu', icon: <AlertOutlined />, order: 30 }],
} satisfies FeatureRoutes
