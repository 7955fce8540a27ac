import type { LedgerEntry } from '../api/read-ledger'

export const FILTERS = ['all', 'documents', 'decisions', 'notices', 'clocks'] as const
export type Filter = (typeof FILTERS)[number]

/** An entry with a document is a document entry whatever act wrote it. */
export function entryKind(entry: Pick<LedgerEntry, 'kind' | 'documentId'>): Exclude<Filter, 'all'> {
  const kind = entry.kind.toLowerCase()
  if (entry.documentId || kind === 'document') return 'documents'
  if (kind === 'notice' || kind === 'access') return 'notices'
  if (kind === 'clock') return 'clocks'
  return 'decisions'
}

/** Groups neighbours: runs of two or more notices or receipts together, everything else alone. */
export function foldNotices<T extends Pick<LedgerEntry, 'kind' | 'documentId'>>(entries: T[]): T[][] {
  const groups: T[][] = []
  let quiet = false
  for (const entry of entries) {
    const isQuiet = entryKind(entry) === 'notices'
    const last = groups.at(-1)
    if (isQuiet && quiet && last) last.push(entry)
    else groups.push([entry])
    quiet = isQuiet
  }
  return groups
}
