import type { ReactNode } from 'react'
import type { RouteObject } from 'react-router'

/** What a feature offers the frame: its pages and, where it has one, its line in the menu. */
export interface FeatureRoutes {
  routes: RouteObject[]
  menu?: { path: string; labelKey: string; icon: ReactNode; order: number; badge?: 'tasks' | 'unread'; roles?: string[] }[]
}
