import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ClockReading } from '@/shared/clock/clock'
import { http } from '@/shared/http/http'

/** Moves business time forward; answers when everything due until then has happened. */
export function useMoveClock(onMoved: (reading: ClockReading) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (to: { now: string } | { advance: string }) => http.post<{ now: string }>('/api/clock', to),
    onSuccess: async ({ now }) => {
      onMoved({ now, mode: 'ADJUSTABLE' })
      await client.invalidateQueries()
    },
  })
}
