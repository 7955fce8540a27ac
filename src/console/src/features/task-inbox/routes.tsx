import { CarryOutOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

// The page itself is joined in app/routes: acting on a row opens the forms of other features.
export default {
  routes: [],
  menu: [{ path: '/tasks', labelKey: 'task-inbox:title', icon: <CarryOutOutlined />, order: 20, badge: 'tasks' }],
} satisfies FeatureRoutes
