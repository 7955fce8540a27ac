import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { CommandReceipt } from '@/shared/matters/hazard'

export interface CommandCall { hazardId: string; version: number; command: string; form: Record<string, unknown> }

/** One command on the matter, with the version the person saw. */
export function useRunCommand() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ hazardId, version, command, form }: CommandCall) => http.post<CommandReceipt>(`/api/hazards/${hazardId}/${command}`, { version, ...form }),
    onSuccess: async (_, { hazardId }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['case', hazardId] }),
        client.invalidateQueries({ queryKey: ['ledger', hazardId] }),
        client.invalidateQueries({ queryKey: ['tasks'] }),
        client.invalidateQueries({ queryKey: ['hazards'] }),
        client.invalidateQueries({ queryKey: ['workbench'] }),
      ])
    },
  })
}
