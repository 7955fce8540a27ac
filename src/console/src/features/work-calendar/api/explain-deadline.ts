import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { Deadline } from '@/shared/matters/case'

export interface ExplainedDay { date: string; weekday?: string; counted: boolean; number?: number | null; reason: string; provisional: boolean }

export interface Explanation { due: string; provisional: boolean; explanation: ExplainedDay[] }

export const useExplanation = (deadline: Deadline | null) =>
  useQuery({
    queryKey: ['deadlines', 'explain', deadline?.id, deadline?.dueDate],
    queryFn: ({ signal }) => http.get<Explanation>('/api/deadlines/compute', { start: deadline?.startAt, amount: deadline?.amount, unit: deadline?.unit }, signal),
    enabled: deadline !== null && deadline.unit !== 'DATE',
    staleTime: 60_000,
  })
