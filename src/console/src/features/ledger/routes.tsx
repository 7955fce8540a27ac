import type { FeatureRoutes } from '@/shared/app-route'

export default { routes: [] } satisfies FeatureRoutes
