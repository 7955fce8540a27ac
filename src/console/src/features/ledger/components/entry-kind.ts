import type { LedgerEntry } from '../api/read-ledger'

export const FILTERS = ['all', 'documents', 'decisions', 'notices', 'clocks'] as const
export type Filter = (typeof FILTERS)[number]

const NOTICE = /NOTIC|REMIND|URGE|DELIVER|OPENED|RECEIPT/
const CLOCK = /CLOCK|DEADLINE|TIMER|OVERDUE|DUE/
const DOCUMENT = /DOCUMENT|SERVE/

/** An entry with a document is a document entry whatever act wrote it. */
export function entryKind(entry: Pick<LedgerEntry, 'kind' | 'documentId'>): Exclude<Filter, 'all'> {
  if (entry.documentId || DOCUMENT.test(entry.kind)) return 'documents'
  if (NOTICE.test(entry.kind)) return 'notices'
  if (CLOCK.test(entry.kind)) return 'clocks'
  return 'decisions'
}
