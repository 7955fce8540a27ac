import { useInfiniteQuery, useQuery, keepPreviousData } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'

export interface Department { id: string; code: string; name: string; shortName: string; regionCode: string; duty: string; validFrom: string; validTo: string | null }
export interface Holder { personId: string; name: string; certificateNumber: string | null; validFrom: string }
export interface Deputy { id: string; personId: string; name: string; validFrom: string; validTo: string; reason: string }
export interface Post {
  id: string; name: string; kind: string; kindName: string; regionCode: string; departmentId: string | null; departmentName: string | null; enterpriseId: string | null
  superiorPostId: string | null; version: number; holders: Holder[]; deputies: Deputy[]; validFrom: string; validTo: string | null
}
export interface Person {
  id: string; name: string; certificateNumber: string | null; phone: string | null; regionCode: string | null; enterpriseId: string | null; enterpriseName: string | null
  hasLogin: boolean; posts: string[]; version: number
}
export interface Tenure {
  postId: string; postName: string; kindName: string; departmentName: string | null; enterpriseName: string | null; personId: string; personName: string; deputy: boolean
  validFrom: string; validTo: string | null; beganBy: string | null; endedBy: string | null; reason: string | null
}
export interface RegionRow { code: string; name: string; parentCode: string | null; level: string; validFrom: string; validTo: string | null; successors: string[] }
export interface Reorganization {
  id: string; change: string; effectiveOn: string; from: string[]; to: string[]; basis: string; enactedBy: string; completedAt: string | null; movedUnits: number
  unmappedUnits: number; movedTasks: number
}
export interface Enterprise {
  id: string; name: string; creditCode: string; regionCode: string; regionName: string; address: string; placeType: string; placeTypeName: string; phone: string | null
  status: string; equipmentCount: number; version: number
}
export interface Equipment {
  id: string; code: string; catalogueName: string; kind: string; kindName: string; name: string; registrationNumber: string | null; enterpriseId: string; enterpriseName: string
  place: string; status: string; nextInspectionOn: string | null; maintenanceUnit: string | null; model: string | null; version: number; holds: HoldOnDevice[]
}
/** A prohibition in force, with the paper that ordered it. */
export interface HoldOnDevice { kind: string; kindName: string; article: string; documentNumber: string | null; matterId: string; placedAt: string }

const list = <T>(key: string, path: string, query: Record<string, string | number | boolean | null | undefined>) => ({
  queryKey: [key, query],
  queryFn: ({ signal }: { signal: AbortSignal }) => http.get<Page<T>>(path, query, signal),
  placeholderData: keepPreviousData,
})

export const useMap = (on: string | null) => useQuery(list<RegionRow>('regions', '/api/regions', { on }))
export const useDepartments = (region: string | null, on: string | null) => useQuery({ ...list<Department>('departments', '/api/departments', { region, on }), enabled: region !== null })
export const usePosts = (query: { region?: string | null; on?: string | null; vacant?: boolean; enterpriseId?: string }) => useQuery(list<Post>('posts', '/api/posts', query))
export const useTenure = (of: 'posts' | 'persons', id: string) => useQuery(list<Tenure>(`tenure-${of}`, `/api/${of}/${id}/tenure`, {}))
export const useReorganizations = () => useQuery(list<Reorganization>('reorganizations', '/api/regions/reorganizations', {}))
export const useEnterprise = (id: string) =>
  useQuery({ queryKey: ['enterprise', id], queryFn: ({ signal }) => http.get<{ enterprise: Enterprise; posts: Post[] }>(`/api/enterprises/${id}`, undefined, signal) })

const pages = <T>(key: string, path: string, query: Record<string, string | null | undefined>) => ({
  queryKey: [key, query],
  queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => http.get<Page<T>>(path, { ...query, after: pageParam, limit: 50 }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (last: Page<T>) => last.next,
  placeholderData: keepPreviousData,
})
export const useEnterpriseRegister = (query: Record<string, string | null>) => useInfiniteQuery(pages<Enterprise>('enterprises', '/api/enterprises', query))
export const useEquipmentRegister = (query: Record<string, string | null>) => useInfiniteQuery(pages<Equipment>('equipment', '/api/equipment', query))
export const usePersonRegister = (query: Record<string, string | null>) => useInfiniteQuery(pages<Person>('persons', '/api/persons', query))
