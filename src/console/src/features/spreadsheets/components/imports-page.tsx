import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button, Table } from 'antd'
import { formatDateTime } from '@/shared/format/dates'
import { formatCount } from '@/shared/format/numbers'
import { PageHead } from '@/shared/ui/page-head'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { useIsPhone } from '@/shared/ui/use-media'
import type { Import } from '../api/import'
import { useImports } from '../api/list-imports'
import { ImportStateTag } from './import-state-tag'
import { UploadPanel } from './upload-panel'

/** Above a new file, below what was imported before. */
export default function ImportsPage() {
  const { t } = useTranslation(['spreadsheets', 'shared'])
  const isPhone = useIsPhone()
  const query = useImports()
  const imports = query.data?.pages.flatMap((page) => page.items) ?? []
  const counts = (one: Import) => t('counts', { imported: formatCount(one.importedRows), known: formatCount(one.knownRows), bad: formatCount(one.badRows) })
  return (
    <div className="page">
      <PageHead title={t('title')} />
      <UploadPanel />
      <section className="panel panel-flush" aria-label={t('past')}>
        <h2 className="panel-title import-past">{t('past')}</h2>
        {query.isPending && <Loading />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && imports.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
        {imports.length > 0 && isPhone && (
          <div className="card-list">
            {imports.map((one) => (
              <Link key={one.id} to={`/imports/${one.id}`} className="hazard-card" data-testid="import-row">
                <span className="card-line"><span className="card-title">{one.fileName}</span><ImportStateTag state={one.state} /></span>
                <span className="card-line muted small"><span>{one.kindName}</span><span>{formatDateTime(one.uploadedAt)}</span></span>
                <span className="small">{counts(one)}</span>
              </Link>
            ))}
          </div>
        )}
        {imports.length > 0 && !isPhone && (
          <Table<Import>
            size="small"
            rowKey="id"
            dataSource={imports}
            pagination={false}
            onRow={() => ({ 'data-testid': 'import-row' } as React.HTMLAttributes<HTMLTableRowElement>)}
            columns={[
              { title: t('column.file'), dataIndex: 'fileName', render: (name: string, one) => <Link to={`/imports/${one.id}`} className="cell-link">{name}</Link> },
              { title: t('column.kind'), dataIndex: 'kindName', width: 110 },
              { title: t('column.state'), dataIndex: 'state', width: 110, render: (state: string) => <ImportStateTag state={state} /> },
              { title: t('column.total'), dataIndex: 'totalRows', width: 90, align: 'right', render: formatCount },
              { title: t('column.imported'), dataIndex: 'importedRows', width: 90, align: 'right', render: formatCount },
              { title: t('column.known'), dataIndex: 'knownRows', width: 90, align: 'right', render: formatCount },
              { title: t('column.bad'), dataIndex: 'badRows', width: 90, align: 'right', render: formatCount },
              { title: t('column.person'), dataIndex: 'personName', width: 110 },
              { title: t('column.uploadedAt'), dataIndex: 'uploadedAt', width: 150, render: (at: string) => formatDateTime(at) },
            ]}
          />
        )}
        {query.hasNextPage && <div className="more"><Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t('shared:action.loadMore')}</Button></div>}
      </section>
    </div>
  )
}
