import type { FeatureRoutes } from '@/shared/app-route'

export default {
  routes: [{ path: 'rectification-lists/:enterpriseId', lazy: async () => ({ Component: (await import('./components/rectification-list-page')).default }) }],
} satisfies FeatureRoutes
