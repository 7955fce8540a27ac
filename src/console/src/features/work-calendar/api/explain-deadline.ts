import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

export interface ExplainedDay { date: string; weekday?: string; counted: boolean; number?: number | null; reason: string; provisional: boolean }

/** A stored deadline told from the calendar it rests on, with its pauses and extensions. */
export interface Explanation {
  id: string
  ruleId: string
  name: string
  source: string
  article?: string | null
  startEvent: string
  startedAt: string
  limit: string
  state: string
  dueOn?: string | null
  dueInstant: string
  provisional: boolean
  stops: { reason: string; reasonText: string; from: string; to?: string | null; basis?: string | null }[]
  changes: { kind: string; at: string; decision: string; oldDueInstant: string; newDate?: string | null }[]
  explanation: ExplainedDay[]
}

export const useExplanation = (deadlineId: string | undefined) =>
  useQuery({
    queryKey: ['deadlines', 'explain', deadlineId],
    queryFn: ({ signal }) => http.get<Explanation>(`/api/deadlines/${deadlineId}/explanation`, undefined, signal),
    enabled: deadlineId !== undefined,
  })
