import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

/** A ground for grading a hazard as major, with the rule it comes from. */
export interface GradingBasis { code: string; name: string; source: string; equipmentKind?: string | null; needsText?: boolean }

export const useGradingBasis = (enabled: boolean) =>
  useQuery({ queryKey: ['hazards', 'grading-basis'], queryFn: ({ signal }) => http.get<GradingBasis[]>('/api/hazards/grading-basis', undefined, signal), enabled, staleTime: 3_600_000 })
