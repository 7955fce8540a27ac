import { useState } from 'react'
import { readDraft, writeDraft } from './use-draft'

export interface ColumnChoice { key: string; shown: boolean; pinned: boolean }

/** What a person saved, completed with columns that came later and freed of ones that are gone. */
export function mergeColumns(saved: ColumnChoice[] | null, defaults: ColumnChoice[]): ColumnChoice[] {
  if (saved === null) return defaults
  const known = new Map(defaults.map((one) => [one.key, one]))
  const kept = saved.filter((one) => known.has(one.key))
  const keptKeys = new Set(kept.map((one) => one.key))
  return [...kept, ...defaults.filter((one) => !keptKeys.has(one.key))]
}

export function moveColumn(columns: ColumnChoice[], key: string, step: -1 | 1): ColumnChoice[] {
  const from = columns.findIndex((one) => one.key === key)
  const to = from + step
  const moved = columns[from]
  if (moved === undefined || to < 0 || to >= columns.length) return columns
  const rest = columns.filter((one) => one.key !== key)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

/** Shown, ordered and pinned columns, kept per person on this machine. */
export function useColumns(storeKey: string, defaults: ColumnChoice[]) {
  const [columns, setColumns] = useState(() => mergeColumns(readDraft<ColumnChoice[]>(storeKey)?.value ?? null, defaults))
  const set = (next: ColumnChoice[]) => { setColumns(next); writeDraft(storeKey, next) }
  return {
    columns,
    toggle: (key: string) => set(columns.map((one) => (one.key === key ? { ...one, shown: !one.shown } : one))),
    pin: (key: string) => set(columns.map((one) => (one.key === key ? { ...one, pinned: !one.pinned } : one))),
    move: (key: string, step: -1 | 1) => set(moveColumn(columns, key, step)),
    replace: (chosen: ColumnChoice[]) => set(mergeColumns(chosen, defaults)),
    reset: () => set(defaults),
  }
}
