import { BarChartOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Modal, Table, type InputRef, type TableColumnType } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useClock } from '@/shared/clock/clock'
import { formatDateTime } from '@/shared/format/dates'
import { formatTotal } from '@/shared/format/numbers'
import type { HazardListItem } from '@/shared/matters/case'
import { useSession } from '@/shared/session/session'
import { ColumnSettings } from '@/shared/ui/column-settings'
import { DownloadButton } from '@/shared/ui/download-button'
import { PageHead } from '@/shared/ui/page-head'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { useColumns } from '@/shared/ui/use-columns'
import { useHotkeys } from '@/shared/ui/use-hotkeys'
import { useIsPhone } from '@/shared/ui/use-media'
import { useHazards } from '../api/list-hazards'
import { BatchBar, MOST_AT_ONCE } from './batch-bar'
import { HazardCards } from './hazard-cards'
import { FilterChips, HazardFilterBar, useFilterWords } from './hazard-filter-bar'
import { useHazardFilters } from './hazard-filters'
import { LedgerFacets } from './ledger-facets'
import { SavedViews } from './saved-views'
import { sortText, useSorting } from './ledger-sort'
import { LedgerPrintTable } from './ledger-print-table'
import { DEFAULT_COLUMNS, ledgerColumns } from './ledger-columns'

export default function HazardLedgerPage() {
  const { t } = useTranslation(['hazards', 'shared'])
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const { now } = useClock()
  const filters = useHazardFilters()
  const query = useHazards(filters.filter)
  const search = useRef<InputRef>(null)
  const [focus, setFocus] = useState(-1)
  const columns = useColumns(`columns:hazards:${useSession().user.userName}`, DEFAULT_COLUMNS)
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const first = query.data?.pages[0]
  const total = formatTotal(first?.total, first?.totalIsCapped) || String(items.length)
  const words = useFilterWords(filters)
  const [showFacets, setShowFacets] = useState(false)
  const [showKeys, setShowKeys] = useState(false)
  const [ticked, setTicked] = useState<string[]>([])
  const selected = items.filter((one) => ticked.includes(one.id))
  const tick = (id: string) => setTicked((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))

  const move = (step: number) => {
    const next = Math.min(items.length - 1, Math.max(0, focus + step))
    setFocus(next)
    document.querySelectorAll('[data-testid=hazard-row]')[next]?.scrollIntoView({ block: 'nearest' })
  }
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => { const one = items[focus]; if (one) void navigate(`/hazards/${one.id}`) },
    '/': () => search.current?.focus(),
    e: () => setShowFacets((shown) => !shown),
    x: () => { const one = items[focus]; if (one) tick(one.id) },
    '?': () => setShowKeys(true),
  })

  const labels = Object.fromEntries(DEFAULT_COLUMNS.map((one) => [one.key, t(`column.${one.key}`)]))
  const sorting = useSorting(filters.filter.sort)
  const definitions = ledgerColumns(t)
  const shown = columns.columns.filter((one) => one.shown)
  // Pinned columns go first: a column can only stay put at the edge.
  const tableColumns = [...shown.filter((one) => one.pinned), ...shown.filter((one) => !one.pinned)].map((one): TableColumnType<HazardListItem> => ({
    ...definitions[one.key],
    key: one.key,
    title: labels[one.key],
    ...(one.pinned ? { fixed: 'left' as const } : {}),
    ...sorting(one.key, definitions[one.key]?.sorter !== undefined),
  }))
  const width = tableColumns.reduce((sum, one) => sum + Number(one.width ?? 120), 0)

  return (
    <div className="page ledger-page">
      <PageHead title={t('title')} sub={t('shared:table.total', { total })}>
        <Button icon={<BarChartOutlined />} onClick={() => setShowFacets(!showFacets)} aria-pressed={showFacets} data-testid="toggle-facets">{t(showFacets ? 'facets.hide' : 'facets.title')}</Button>
        <SavedViews query={filters.query} columns={columns.columns} onOpen={(saved, kept) => { filters.replace(saved); if (kept) columns.replace(kept) }} />
        {!isPhone && <ColumnSettings columns={columns} labels={labels} />}
        <DownloadButton path="/api/hazards/export" query={{ ...filters.filter }} testId="export-hazards">{t('shared:action.export')}</DownloadButton>
        {!isPhone && <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{t('shared:action.print')}</Button>}
        <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/hazards/report')} data-testid="report-hazard">{t('report')}</Button>
      </PageHead>
      <div className="print-only print-head">
        <h1>{t('printTitle')}</h1>
        <p>{t('printMeta', { at: formatDateTime(now), filter: words.map((one) => `${one.name}${one.value}`).join('、') || t('printAll'), count: items.length })}</p>
      </div>
      <HazardFilterBar filters={filters} searchRef={search} />
      <FilterChips filters={filters} />
      {showFacets && <LedgerFacets filters={filters} />}
      <section className="panel panel-flush">
        {query.isPending && <Loading rows={12} onCancel={() => void navigate(-1)} />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && items.length === 0 && (
          <EmptyState
            title={filters.isFiltered ? t('emptyFiltered') : t('empty')}
            hint={filters.isFiltered ? t('emptyFilteredHint') : t('emptyHint')}
            action={filters.isFiltered ? <Button onClick={filters.clear}>{t('shared:action.clearAll')}</Button> : <Button type="primary" onClick={() => void navigate('/hazards/report')}>{t('report')}</Button>}
          />
        )}
        {items.length > 0 && isPhone && <HazardCards items={items} />}
        {items.length > 0 && !isPhone && (
          <Table<HazardListItem>
            size="small"
            className="ledger-table"
            rowKey="id"
            columns={tableColumns}
            dataSource={items}
            pagination={false}
            sticky={{ offsetHeader: 48 }}
            scroll={{ x: width }}
            loading={query.isPlaceholderData}
            showSorterTooltip={false}
            rowSelection={{ selectedRowKeys: ticked, onChange: (keys) => setTicked(keys.map(String).slice(0, MOST_AT_ONCE)), columnWidth: 36, preserveSelectedRowKeys: false }}
            rowClassName={(_, index) => (index === focus ? 'row-focused' : '')}
            onChange={(_, __, sorter) => {
              filters.set({ sort: sortText(filters.filter.sort, Array.isArray(sorter) ? sorter : [sorter]) })
            }}
            onRow={(row) => ({
              'data-testid': 'hazard-row',
              'data-hazard-id': row.id,
              onClick: (event: React.MouseEvent) => {
                if (event.ctrlKey || event.metaKey) window.open(`/hazards/${row.id}`, '_blank', 'noopener')
                else void navigate(`/hazards/${row.id}`)
              },
            } as React.HTMLAttributes<HTMLTableRowElement>)}
          />
        )}
        {!isPhone && <BatchBar items={selected} onClear={() => setTicked([])} />}
        <LedgerPrintTable items={items} columns={shown.map((one) => one.key)} labels={labels} />
        {items.length > 0 && (
          <div className="more no-print">
            <span className="muted small">{t('shared:table.loaded', { count: items.length })}</span>
            {query.hasNextPage
              ? <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage} data-testid="load-more">{t('shared:action.loadMore')}</Button>
              : <span className="muted small">{t('shared:table.end')}</span>}
          </div>
        )}
      </section>
      <Modal open={showKeys} title={t('keys.title')} footer={null} onCancel={() => setShowKeys(false)}>
        <dl className="key-list">
          {([['/', 'search'], ['j k', 'move'], ['o', 'open'], ['x', 'select'], ['e', 'facets'], ['?', 'help']] as const).map(([key, word]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(`keys.${word}`)}</dd></div>)}
        </dl>
      </Modal>
    </div>
  )
}
