import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

export interface LedgerEntry {
  sequence: number
  act: string
  kind: string
  summary: string
  personName?: string | null
  postName?: string | null
  onBehalfOf?: string | null
  eventTime: string
  receivedAt: string
  stateAfter?: string | null
  documentId?: string | null
  detail?: unknown
  hash: string
}

export interface LedgerPage { items: LedgerEntry[]; verified: { ok: boolean; firstBroken?: number | null } }

export const useLedger = (matterId: string) =>
  useQuery({ queryKey: ['ledger', matterId], queryFn: ({ signal }) => http.get<LedgerPage>(`/api/ledger/${matterId}`, undefined, signal) })
