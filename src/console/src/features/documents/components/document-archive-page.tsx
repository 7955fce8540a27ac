import { Button, Table, type InputRef, type TableColumnType } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import { formatTotal } from '@/shared/format/numbers'
import { DownloadButton } from '@/shared/ui/download-button'
import { PageHead } from '@/shared/ui/page-head'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { useHotkeys } from '@/shared/ui/use-hotkeys'
import { useIsPhone } from '@/shared/ui/use-media'
import { useDocuments, type DocumentRow } from '../api/list-documents'
import { DocumentDrawer } from './document-drawer'
import { DocumentFilterBar, DocumentFilterChips } from './document-filter-bar'
import { useDocumentFilters } from './document-filters'
import { DocumentState } from './document-state'

/** 文书档案: find a paper, read it beside the list, print it or take it away. */
export default function DocumentArchivePage() {
  const { t } = useTranslation(['documents', 'shared'])
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const filters = useDocumentFilters()
  const query = useDocuments(filters.filter)
  const search = useRef<InputRef>(null)
  const [focus, setFocus] = useState(-1)
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const first = query.data?.pages[0]
  const total = formatTotal(first?.total, first?.totalIsCapped) || String(items.length)
  const move = (step: number) => {
    const next = Math.min(items.length - 1, Math.max(0, focus + step))
    setFocus(next)
    document.querySelectorAll('[data-testid=document-row]')[next]?.scrollIntoView({ block: 'nearest' })
  }
  const open = (row: DocumentRow) => filters.set({ open: row.id })
  useHotkeys({ j: () => move(1), k: () => move(-1), o: () => { const one = items[focus]; if (one) open(one) }, '/': () => search.current?.focus() })

  const columns: TableColumnType<DocumentRow>[] = [
    {
      key: 'number', title: t('column.number'), width: 220,
      render: (_, row) => <Button type="link" className={`cell-link link-plain ${row.state === 'VOID' ? 'void' : ''}`} onClick={(event) => { event.stopPropagation(); open(row) }} data-testid="document-link">{row.number ?? t('unnumbered')}</Button>,
    },
    { key: 'title', title: t('column.title'), ellipsis: true, render: (_, row) => row.title },
    { key: 'unitName', title: t('column.unitName'), width: 210, ellipsis: true, render: (_, row) => row.unitName ?? '—' },
    { key: 'state', title: t('column.state'), width: 104, render: (_, row) => <DocumentState state={row.state} name={row.stateName} /> },
    { key: 'issuedAt', title: t('column.issuedAt'), width: 140, render: (_, row) => <span className="nowrap number" title={formatDateTime(row.issuedAt)}>{formatDate(row.issuedAt)}</span> },
    { key: 'servedAt', title: t('column.servedAt'), width: 140, render: (_, row) => <span className="nowrap number">{row.servedAt ? formatDate(row.servedAt) : '—'}</span> },
    { key: 'matterNumber', title: t('column.matterNumber'), width: 200, ellipsis: true, render: (_, row) => row.matterNumber ?? '—' },
  ]
  return (
    <div className="page document-page">
      <PageHead title={t('title')} sub={t('shared:table.total', { total })}>
        <DownloadButton path="/api/documents/export" query={{ ...filters.filter }} testId="export-documents">{t('shared:action.export')}</DownloadButton>
      </PageHead>
      <DocumentFilterBar filters={filters} searchRef={search} />
      <DocumentFilterChips filters={filters} />
      <section className="panel panel-flush">
        {query.isPending && <Loading rows={12} onCancel={() => void navigate(-1)} />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && items.length === 0 && (
          <EmptyState
            title={filters.isFiltered ? t('emptyFiltered') : t('empty')} hint={filters.isFiltered ? t('emptyFilteredHint') : t('emptyHint')}
            action={filters.isFiltered ? <Button onClick={filters.clear}>{t('shared:action.clearAll')}</Button> : null}
          />
        )}
        {items.length > 0 && isPhone && <DocumentCards items={items} onOpen={open} />}
        {items.length > 0 && !isPhone && (
          <Table<DocumentRow>
            size="small" rowKey="id" columns={columns} dataSource={items} pagination={false} sticky={{ offsetHeader: 48 }} scroll={{ x: 1180 }} loading={query.isPlaceholderData}
            rowClassName={(_, index) => (index === focus ? 'row-focused' : '')}
            onRow={(row) => ({ 'data-testid': 'document-row', onClick: () => open(row) } as React.HTMLAttributes<HTMLTableRowElement>)}
          />
        )}
        {items.length > 0 && (
          <div className="more no-print">
            <span className="muted small">{t('shared:table.loaded', { count: items.length })}</span>
            {query.hasNextPage
              ? <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage} data-testid="load-more">{t('shared:action.loadMore')}</Button>
              : <span className="muted small">{t('shared:table.end')}</span>}
          </div>
        )}
      </section>
      <DocumentDrawer document={items.find((one) => one.id === filters.open) ?? null} onClose={() => filters.set({ open: null })} />
    </div>
  )
}

function DocumentCards({ items, onOpen }: { items: DocumentRow[]; onOpen: (row: DocumentRow) => void }) {
  const { t } = useTranslation('documents')
  return (
    <ul className="card-list" data-testid="document-cards">
      {items.map((one) => (
        <li key={one.id}>
          <button type="button" className="hazard-card card-button" onClick={() => onOpen(one)} data-testid="document-row">
            <span className="card-line"><span className="muted small">{one.number ?? t('unnumbered')}</span><DocumentState state={one.state} name={one.stateName} /></span>
            <span className="card-title">{one.title}</span>
            <span className="card-line small"><span>{one.unitName ?? one.organName}</span><span>{formatDate(one.issuedAt)}</span></span>
          </button>
        </li>
      ))}
    </ul>
  )
}
