import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

export interface Workbench {
  today: string
  overdue: number
  dueToday: number
  within3: number
  toConfirm: number
  waitingForOthers: number
  byState: { state: string; stateName?: string | null; count: number }[]
  averageRectificationDays?: number | null
}

export const useWorkbench = () => useQuery({ queryKey: ['workbench'], queryFn: ({ signal }) => http.get<Workbench>('/api/workbench', undefined, signal) })
