import { useQuery } from '@tanstack/react-query'
import type { ClockReading } from '@/shared/clock/clock'
import { http } from '@/shared/http/http'

/** Somebody else may move an adjustable clock; a real one is read with the session and then runs by itself. */
export const useServerClock = (adjustable: boolean) =>
  useQuery({ queryKey: ['clock'], queryFn: ({ signal }) => http.get<ClockReading>('/api/clock', undefined, signal), enabled: adjustable, refetchInterval: 60_000 })
