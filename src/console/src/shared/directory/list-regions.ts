import { useQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'
import { itemsOf } from './find-enterprises'

export interface Region { code: string; name: string; parentCode?: string | null; level?: string | null }

export const useRegions = () =>
  useQuery({
    queryKey: ['regions'],
    queryFn: ({ signal }) => http.get<Page<Region>>('/api/regions', { limit: 500 }, signal),
    select: itemsOf,
    staleTime: 3_600_000,
  })

export interface RegionNode { value: string; title: string; children: RegionNode[] }

/** The flat list as a tree; a node whose parent is not in the list (outside the person's scope) becomes a root. */
export function regionTree(regions: Region[]): RegionNode[] {
  const nodes = new Map(regions.map((one) => [one.code, { value: one.code, title: one.name, children: [] as RegionNode[] }]))
  const roots: RegionNode[] = []
  for (const one of regions) {
    const node = nodes.get(one.code)
    if (!node) continue
    const parent = one.parentCode ? nodes.get(one.parentCode) : undefined
    ;(parent ? parent.children : roots).push(node)
  }
  return roots
}
