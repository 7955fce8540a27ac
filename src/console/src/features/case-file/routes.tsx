import type { FeatureRoutes } from '@/shared/app-route'

// The case page joins many features and therefore lives in app/routes.
export default { routes: [] } satisfies FeatureRoutes
