import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { Case } from '@/shared/matters/case'

export const caseKey = (id: string) => ['case', id] as const

export const useCase = (id: string) =>
  useQuery({ queryKey: caseKey(id), queryFn: ({ signal }) => http.get<Case>(`/api/hazards/${id}`, undefined, signal) })
