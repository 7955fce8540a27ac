import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

/** To whom the rule sends the report of a major hazard, and whether the government is to be told by default. */
export interface ReportRecipients {
  recipients: PlannedRecipient[]
  government?: PlannedRecipient | null
  grounds: { code: string; name: string; computed: boolean }[]
  toGovernment: boolean
}

export interface PlannedRecipient { role: string; roleName: string; departmentName: string; postName?: string | null; reason: string }

export const useReportRecipients = (hazardId: string) =>
  useQuery({ queryKey: ['hazards', hazardId, 'report-recipients'], queryFn: ({ signal }) => http.get<ReportRecipients>(`/api/hazards/${hazardId}/report-recipients`, undefined, signal) })
