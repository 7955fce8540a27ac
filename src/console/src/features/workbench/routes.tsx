import { DashboardOutlined } from '@ant-design/icons'
import type { FeatureRoutes } from '@/shared/app-route'

// The page joins tasks, notices and the ledger and therefore lives in app/routes.
export default { routes: [], menu: [{ path: '/', labelKey: 'workbench:title', icon: <DashboardOutlined />, order: 10 }] } satisfies FeatureRoutes
