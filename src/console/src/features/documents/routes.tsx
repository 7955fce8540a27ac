import { FileTextOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

export default {
  routes: [{ path: 'documents', lazy: async () => ({ Component: (await import('./components/document-archive-page')).default }) }],
  menu: [{
    path: '/documents', labelKey: 'documents:menu', icon: <FileTextOutlined />, order: 45,
    roles: ['inspector', 'case-officer', 'approver', 'enterprise-user', 'administrator', 'auditor'],
  }],
} satisfies FeatureRoutes
