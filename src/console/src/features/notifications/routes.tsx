import { BellOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

export default {
  routes: [{ path: 'notifications', lazy: async () => ({ Component: (await import('./components/notifications-page')).default }) }],
  menu: [{ path: '/notifications', labelKey: 'notifications:title', icon: <BellOutlined />, order: 60, badge: 'unread' }],
} satisfies FeatureRoutes
