import type { TableColumnType } from 'antd'
import { Link } from 'react-router'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import type { HazardListItem } from '@/shared/matters/case'
import type { ColumnChoice } from '@/shared/ui/use-columns'
import { DueBadge } from '@/shared/ui/due-badge'
import { GradeBadge, StateBadge } from '@/shared/ui/state-badge'

export const DEFAULT_COLUMNS: ColumnChoice[] = [
  ['number', true, true], ['title', true, false], ['enterpriseName', true, false], ['grade', true, false], ['state', true, false], ['due', true, false],
  ['deadline', true, false], ['currentHolder', true, false], ['equipment', true, false], ['foundAt', true, false], ['updatedAt', true, false],
  ['overdueWorkingDays', false, false], ['source', false, false], ['regionName', false, false], ['place', false, false],
].map(([key, shown, pinned]) => ({ key: String(key), shown: Boolean(shown), pinned: Boolean(pinned) }))

type Translate = (key: string, options?: Record<string, unknown>) => string

const stacked = (main: React.ReactNode) => <span className="cell">{main}</span>

/** One definition per column; the person decides which, in what order and which stay put. */
export function ledgerColumns(t: Translate): Record<string, TableColumnType<HazardListItem>> {
  return {
    number: {
      width: 188,
      sorter: { multiple: 1 },
      render: (_, row) => <Link to={`/hazards/${row.id}`} className="cell-link" data-testid="hazard-link" onClick={(event) => event.stopPropagation()}>{row.number ?? t('hazards:unnumbered')}</Link>,
    },
    title: { width: 210, ellipsis: true, render: (_, row) => stacked(row.title || row.text) },
    enterpriseName: { width: 172, ellipsis: true, render: (_, row) => row.enterpriseName ?? <span className="muted">{t('hazards:noUnit')}</span> },
    equipment: { width: 190, ellipsis: true, render: (_, row) => [row.equipmentKindName, row.equipmentCode].filter(Boolean).join(' ') || '—' },
    grade: { width: 78, sorter: { multiple: 1 }, render: (_, row) => <GradeBadge grade={row.grade} name={row.gradeName} /> },
    state: { width: 132, sorter: { multiple: 1 }, render: (_, row) => <StateBadge state={row.state} name={row.stateName} testId="row-state" /> },
    deadline: { width: 142, sorter: { multiple: 1 }, render: (_, row) => <span className="nowrap">{formatDate(row.deadline?.date)}</span> },
    due: { width: 146, render: (_, row) => (row.deadline ? <DueBadge status={row.isOverdue ? 'OVERDUE' : row.deadline.status} overdueWorkingDays={row.overdueWorkingDays} /> : <span className="muted">—</span>) },
    overdueWorkingDays: { width: 112, align: 'right', render: (_, row) => (row.overdueWorkingDays ? <span className="number">{row.overdueWorkingDays}</span> : '') },
    currentHolder: { width: 150, ellipsis: true, render: (_, row) => row.currentHolder ?? '—' },
    source: { width: 130, ellipsis: true, render: (_, row) => row.sourceName ?? t(`shared:source.${row.source}`, { defaultValue: row.source }) },
    regionName: { width: 110, ellipsis: true, render: (_, row) => row.regionName ?? row.regionCode },
    place: { width: 180, ellipsis: true, render: (_, row) => row.place ?? '—' },
    foundAt: { width: 140, sorter: { multiple: 1 }, render: (_, row) => <span className="nowrap" title={formatDateTime(row.foundAt)}>{formatDate(row.foundAt)}</span> },
    updatedAt: { width: 132, sorter: { multiple: 1 }, render: (_, row) => <span className="nowrap number">{formatDateTime(row.updatedAt)}</span> },
  }
}
