import { FileExcelOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

export default {
  routes: [
    { path: 'imports', lazy: async () => ({ Component: (await import('./components/imports-page')).default }) },
    { path: 'imports/:id', lazy: async () => ({ Component: (await import('./components/import-page')).default }) },
  ],
  menu: [{ path: '/imports', labelKey: 'spreadsheets:menu', icon: <FileExcelOutlined />, order: 70, roles: ['case-officer', 'administrator'] }],
} satisfies FeatureRoutes
