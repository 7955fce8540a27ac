import { BarChartOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

export default {
  routes: [{ path: 'statistics', lazy: async () => ({ Component: (await import('./components/statistics-page')).default }) }],
  menu: [{
    path: '/statistics', labelKey: 'statistics:menu', icon: <BarChartOutlined />, order: 70,
    roles: ['inspector', 'case-officer', 'approver', 'administrator', 'auditor'],
  }],
} satisfies FeatureRoutes
