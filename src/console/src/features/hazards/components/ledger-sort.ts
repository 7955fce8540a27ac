import type { SorterResult, SortOrder } from 'antd/es/table/interface'
import type { HazardListItem } from '@/shared/matters/case'

const MOST = 3
const DEFAULT = '-updatedAt'

interface Sorted { key: string; down: boolean }

export const readSort = (sort: string | undefined): Sorted[] =>
  (sort ?? DEFAULT).split(',').filter((one) => one !== '').map((one) => ({ key: one.replace(/^[-+]/, ''), down: one.startsWith('-') }))

/** The order in which columns were chosen is their rank: what was there stays before what is new; at most three. */
export function sortText(before: string | undefined, sorters: SorterResult<HazardListItem>[]): string | null {
  const now = new Map(sorters.filter((one) => one.order).map((one) => [String(one.columnKey), one.order === 'descend']))
  const old = before === undefined ? [] : readSort(before).map((one) => one.key).filter((key) => now.has(key))
  const keys = [...old, ...[...now.keys()].filter((key) => !old.includes(key))]
  // the order nobody asked for gives way to the first that somebody does
  const wanted = before === undefined && keys.length > 1 ? keys.filter((key) => key !== DEFAULT.slice(1)) : keys
  return wanted.length === 0 ? null : wanted.slice(-MOST).map((key) => `${now.get(key) ? '-' : ''}${key}`).join(',')
}

/** Rank and direction of each sortable column, for the table's heads. */
export function useSorting(sort: string | undefined) {
  const sorted = readSort(sort)
  return (key: string, sortable: boolean): { sortOrder?: SortOrder; sorter?: { multiple: number } } => {
    if (!sortable) return {}
    const at = sorted.findIndex((one) => one.key === key)
    return { sorter: { multiple: at < 0 ? 1 : MOST + 1 - at }, sortOrder: at < 0 ? null : sorted[at]?.down ? 'descend' : 'ascend' }
  }
}
