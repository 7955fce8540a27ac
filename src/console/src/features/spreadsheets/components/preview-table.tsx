import { Button, Segmented, Table, Tag, type TableColumnType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTotal } from '@/shared/format/numbers'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { useIsPhone } from '@/shared/ui/use-media'
import type { Import, ImportKind, ImportRow } from '../api/import'
import { useImportRows } from '../api/list-import-rows'

const COLOURS = { GOOD: 'blue', BAD: 'error', KNOWN: 'default', IMPORTED: 'success' } as const

/** Every row with what is wrong, at the cell where it is wrong. */
export function PreviewTable({ one, kind }: { one: Import; kind: ImportKind }) {
  const { t } = useTranslation(['spreadsheets', 'shared'])
  const isPhone = useIsPhone()
  const [state, setState] = useState(one.badRows > 0 ? 'BAD' : '')
  const query = useImportRows(one, state)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const first = query.data?.pages[0]
  const mapped = kind.columns.filter((column) => one.mapping.some((each) => each.name === column.name))
  const columns: TableColumnType<ImportRow>[] = [
    { title: t('preview.row'), dataIndex: 'number', width: 64, fixed: 'left', align: 'right' },
    { title: t('preview.verdict'), key: 'state', width: 180, fixed: 'left', render: (_, row) => <Verdict row={row} wrong={kind.columns.filter((column) => row.remarks.some((each) => each.isError && each.column === column.name)).map((column) => column.heading)} /> },
    ...mapped.map((column): TableColumnType<ImportRow> => ({
      title: column.heading, key: column.name, width: column.name === 'text' ? 260 : 150,
      onCell: (row) => ({ className: row.remarks.some((each) => each.isError && each.column === column.name) ? 'cell-wrong' : '' }),
      render: (_, row) => <Value row={row} name={column.name} />,
    })),
  ]
  return (
    <section className="panel panel-flush" data-testid="preview">
      <div className="import-preview-head">
        <Segmented value={state} onChange={setState} options={['', 'GOOD', 'BAD', 'KNOWN', 'IMPORTED'].map((each) => ({ value: each, label: t(`rowState.${each || 'ALL'}`) }))} data-testid="preview-filter" />
        <span className="muted small">{t('shared:table.total', { total: formatTotal(first?.total, first?.totalIsCapped) })}</span>
      </div>
      {query.isPending && <Loading rows={10} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && rows.length === 0 && <EmptyState title={t('preview.none')} />}
      {rows.length > 0 && isPhone && <div className="card-list">{rows.map((row) => <RowCard key={row.number} row={row} kind={kind} />)}</div>}
      {rows.length > 0 && !isPhone && (
        <Table<ImportRow> size="small" rowKey="number" columns={columns} dataSource={rows} pagination={false} scroll={{ x: 244 + mapped.length * 158 }} loading={query.isPlaceholderData}
          onRow={(row) => ({ 'data-testid': 'preview-row', 'data-number': row.number, 'data-state': row.state } as React.HTMLAttributes<HTMLTableRowElement>)} />
      )}
      {query.hasNextPage && <div className="more"><Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t('shared:action.loadMore')}</Button></div>}
    </section>
  )
}

/** On a wide table the wrong cell may be out of sight: its heading is named beside the verdict. */
function Verdict({ row, wrong = [] }: { row: ImportRow; wrong?: string[] }) {
  const { t } = useTranslation('spreadsheets')
  return (
    <>
      <Tag color={COLOURS[row.state]}>{t(`rowState.${row.state}`)}</Tag>
      {wrong.length > 0 && <div className="small cell-reason">{wrong.join(' · ')}</div>}
      {row.knownAs && <div className="small muted">{row.knownAs}</div>}
      {row.remarks.filter((each) => each.column === '').map((each) => <div key={each.text} className="small cell-reason">{each.text}</div>)}
    </>
  )
}

function Value({ row, name }: { row: ImportRow; name: string }) {
  return (
    <>
      <div>{row.values[name] ?? ''}</div>
      {row.remarks.filter((each) => each.column === name).map((each) => <div key={each.text} className={each.isError ? 'small cell-reason' : 'small muted'}>{each.text}</div>)}
    </>
  )
}

/** On a phone: the row number, the verdict, and of the cells only those with something to say. */
function RowCard({ row, kind }: { row: ImportRow; kind: ImportKind }) {
  const { t } = useTranslation('spreadsheets')
  const said = kind.columns.filter((column) => row.remarks.some((each) => each.column === column.name))
  return (
    <div className="hazard-card" data-testid="preview-row" data-number={row.number} data-state={row.state}>
      <span className="card-line"><span className="card-title">{t('preview.number', { number: row.number })}</span></span>
      <Verdict row={row} />
      <span className="small">{row.values.text ?? row.values.name ?? ''}</span>
      {said.map((column) => <div key={column.name} className="small"><b>{column.heading}</b> <Value row={row} name={column.name} /></div>)}
    </div>
  )
}
