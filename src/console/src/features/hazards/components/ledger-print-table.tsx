import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import type { HazardListItem } from '@/shared/matters/case'

type Translate = (key: string, options?: Record<string, unknown>) => string

function text(row: HazardListItem, column: string, t: Translate): string | number {
  switch (column) {
    case 'number': return row.number ?? t('hazards:unnumbered')
    case 'title': return row.title || row.text
    case 'enterpriseName': return row.enterpriseName ?? t('hazards:noUnit')
    case 'equipment': return [row.equipmentKindName, row.equipmentCode].filter(Boolean).join(' ')
    case 'grade': return row.gradeName ?? t(`shared:grade.${row.grade ?? 'none'}`)
    case 'state': return row.stateName ?? t(`shared:state.${row.state}`)
    case 'deadline': return row.deadline ? formatDate(row.deadline.date) : ''
    case 'due': return row.isOverdue ? t('shared:due.OVERDUE_days', { days: row.overdueWorkingDays }) : row.deadline && row.deadline.status !== 'NONE' ? t(`shared:due.${row.deadline.status}`) : ''
    case 'overdueWorkingDays': return row.overdueWorkingDays || ''
    case 'currentHolder': return row.currentHolder ?? ''
    case 'source': return row.sourceName ?? row.source
    case 'regionName': return row.regionName ?? row.regionCode
    case 'place': return row.place ?? ''
    case 'foundAt': return formatDate(row.foundAt)
    default: return formatDateTime(row.updatedAt)
  }
}

/** Two or four characters that must not stand one below the other. */
const SHORT = new Set(['grade', 'state'])

/** Paper has no scroll bar: the same columns as a plain table whose head repeats on every page. */
export const LedgerPrintTable = memo(function LedgerPrintTable({ items, columns, labels }: { items: HazardListItem[]; columns: string[]; labels: Record<string, string> }) {
  const { t } = useTranslation(['hazards', 'shared'])
  return (
    <table className="print-table">
      <thead><tr>{columns.map((one) => <th key={one}>{labels[one]}</th>)}</tr></thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.id}>{columns.map((one) => <td key={one} className={one === 'overdueWorkingDays' ? 'print-number' : SHORT.has(one) ? 'print-short' : ''}>{text(row, one, t)}</td>)}</tr>
        ))}
      </tbody>
    </table>
  )
})
