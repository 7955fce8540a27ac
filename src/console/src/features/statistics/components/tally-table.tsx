import { Table, Tag, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Tally, TallyRow } from '../api/read-statistics'

const CLOSED_UNTREATED = 'CLOSED_DECOMMISSIONED,CLOSED_SHUTDOWN,MOVED_OUT'
const OPEN = 'REGISTERED,GRADED,ORDERED,SELF_RECTIFYING,FIXED_ON_THE_SPOT,PLAN_PENDING,PLAN_IN_REVIEW,PLAN_RETURNED,RECTIFYING,REPORT_SUBMITTED,REINSPECTING,REINSPECTION_FAILED,PASSED'

/** Each number opens the rows behind it. */
function Count({ value, region, query, strong }: { value: number; region: string; query: string; strong?: boolean }) {
  if (value === 0) return <span className="muted">0</span>
  return <Link to={`/hazards?region=${region}&${query}`} className={strong ? 'overdue-number' : undefined}>{value}</Link>
}

export function ZeroTag({ isZero, isDynamicZero }: { isZero: boolean; isDynamicZero: boolean | null }) {
  const { t } = useTranslation('statistics')
  if (isZero) return <Tag color="success">{t('zero')}</Tag>
  return isDynamicZero ? <Tag color="processing">{t('dynamicZero')}</Tag> : <Tag color="warning">{t('notZero')}</Tag>
}

export function TallyTable({ tally, onRegion }: { tally: Tally; onRegion: (code: string) => void }) {
  const { t } = useTranslation('statistics')
  const number = (key: keyof TallyRow & ('unjudged' | 'closedUntreated' | 'treated' | 'open' | 'overdue'), query: string, strong = false) => ({
    title: t(key), dataIndex: key, align: 'right' as const, width: 92,
    render: (value: number, row: TallyRow) => <Count value={value} region={row.regionCode} query={query} strong={strong} />,
  })
  const columns: TableColumnsType<TallyRow> = [
    {
      title: t('part'), dataIndex: 'regionName', fixed: 'left', width: 140,
      render: (name: string, row) => row.regionCode === tally.total.regionCode ? name : <button type="button" className="link-button" onClick={() => onRegion(row.regionCode)}>{name}</button>,
    },
    number('unjudged', 'state=REPORTED'),
    { title: t('registered'), dataIndex: 'registered', align: 'right', width: 92 },
    number('treated', 'state=SIGNED_OFF'),
    { title: t('rate'), dataIndex: 'rate', align: 'right', width: 96, render: (rate: string | null) => rate ?? '—' },
    number('open', `state=${OPEN}`),
    { title: t('openMajor'), dataIndex: 'openMajor', align: 'right', width: 92, render: (value: number, row) => <Count value={value} region={row.regionCode} query={`grade=MAJOR&state=${OPEN}`} /> },
    number('overdue', 'overdue=true', true),
    number('closedUntreated', `state=${CLOSED_UNTREATED}`),
    { title: t('status'), key: 'zero', width: 108, render: (_, row) => <ZeroTag isZero={row.isZero} isDynamicZero={row.isDynamicZero} /> },
  ]
  return (
    <Table<TallyRow>
      size="small" rowKey="regionCode" pagination={false} scroll={{ x: 1000 }} columns={columns} dataSource={tally.parts} data-testid="tally-table"
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}><b>{t('total')}</b></Table.Summary.Cell>
          {columns.slice(1).map((column, index) => {
            const key = 'dataIndex' in column ? column.dataIndex as keyof TallyRow : null
            return (
              <Table.Summary.Cell key={index} index={index + 1} align={column.align === 'right' ? 'right' : 'left'}>
                <b>{key === null ? <ZeroTag isZero={tally.total.isZero} isDynamicZero={tally.total.isDynamicZero} /> : tally.total[key] ?? '—'}</b>
              </Table.Summary.Cell>
            )
          })}
        </Table.Summary.Row>
      )}
    />
  )
}
