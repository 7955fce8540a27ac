import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import { markOpenedInCache } from './list-notifications'

export function useOpenAllNotifications() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (upTo: number) => http.post('/api/notifications/opened', { upTo }),
    onMutate: (upTo) => markOpenedInCache(client, (one) => one.sequence <= upTo, new Date().toISOString()),
  })
}
