import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import { markOpenedInCache, type Notice } from './list-notifications'

export function useOpenNotification() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (notice: Notice) => http.post(`/api/notifications/${notice.id}/opened`),
    onMutate: (notice) => markOpenedInCache(client, (one) => one.id === notice.id, new Date().toISOString()),
  })
}
