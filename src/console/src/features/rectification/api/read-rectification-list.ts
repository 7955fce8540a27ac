import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

export interface RectificationRow {
  matterId: string
  number: string | null
  problem: string
  grade: string | null
  gradeName: string | null
  goal: string | null
  measures: { text: string; date: string; owner: string }[]
  deadline: string | null
  responsible: string | null
  fundingAmount: number | null
  fundingSource: string | null
  state: string
  stateName: string
  isOverdue: boolean
  signedOffOn: string | null
}

export interface RectificationList { enterpriseId: string; enterpriseName: string; open: number; overdue: number; signedOff: number; rows: RectificationRow[] }

export const useRectificationList = (enterpriseId: string, openOnly: boolean) =>
  useQuery({
    queryKey: ['rectification-list', enterpriseId, openOnly],
    queryFn: ({ signal }) => http.get<RectificationList>(`/api/rectification-lists/${enterpriseId}`, { openOnly }, signal),
  })

export function useIssueRectificationList(enterpriseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => http.post<{ id: string; number: string; title: string }>(`/api/rectification-lists/${enterpriseId}/issue`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['documents'] }),
  })
}
