import { ApartmentOutlined, BankOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

const officials = ['inspector', 'case-officer', 'approver', 'administrator', 'auditor']

export default {
  routes: [
    { path: 'organizations', lazy: async () => ({ Component: (await import('./components/organizations-page')).default }) },
    { path: 'enterprises', lazy: async () => ({ Component: (await import('./components/enterprises-page')).default }) },
    { path: 'enterprises/:id', lazy: async () => ({ Component: (await import('./components/enterprise-page')).default }) },
  ],
  menu: [
    { path: '/enterprises', labelKey: 'organizations:unit.title', icon: <BankOutlined />, order: 40 },
    { path: '/organizations', labelKey: 'organizations:title', icon: <ApartmentOutlined />, order: 80, roles: officials },
  ],
} satisfies FeatureRoutes
