import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

/** A prevalent major hazard, proposed on a case or decided, with the hazards behind it. */
export interface Pattern {
  id: string; state: string; stateName: string; text: string; proposedAt: string; decidedByName?: string | null; decidedAt?: string | null; reason?: string | null
  items: { matterId: string; number?: string | null; enterpriseName?: string | null; equipmentName: string; place: string; foundAt: string; stateName: string }[]
}

export const usePatterns = (hazardId: string) =>
  useQuery({ queryKey: ['hazards', hazardId, 'patterns'], queryFn: async ({ signal }) => (await http.get<{ items: Pattern[] }>(`/api/hazards/${hazardId}/patterns`, undefined, signal)).items })
