const integer = new Intl.NumberFormat('zh-CN')
const money = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 2 })

export const formatCount = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : integer.format(value))

/** 42000 → 4.2 万元; below ten thousand in 元. */
export function formatMoney(yuan: number | null | undefined): string {
  if (yuan === null || yuan === undefined) return '—'
  return yuan >= 10_000 ? `${money.format(yuan / 10_000)} 万元` : `${money.format(yuan)} 元`
}

export const formatSize = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

/** Totals are counted up to a cap; beyond it the number says so. */
export const formatTotal = (total: number | undefined, capped: boolean | undefined): string =>
  total === undefined ? '' : `${integer.format(total)}${capped ? '+' : ''}`
