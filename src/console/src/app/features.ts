import type { FeatureRoutes } from '@/shared/app-route'

// The menu and the pages come from each feature's own routes file: a new feature is listed nowhere else.
const found = import.meta.glob<{ default: FeatureRoutes }>('../features/*/routes.tsx', { eager: true })

export const features: FeatureRoutes[] = Object.values(found).map((one) => one.default)
export const menu = features.flatMap((one) => one.menu ?? []).sort((a, b) => a.order - b.order)
