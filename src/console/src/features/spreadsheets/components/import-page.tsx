import { Alert, App, Button, Progress, Steps } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { formatCount } from '@/shared/format/numbers'
import { PageHead } from '@/shared/ui/page-head'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { DownloadButton } from '@/shared/ui/download-button'
import { useIsPhone } from '@/shared/ui/use-media'
import { useActOnImport } from '../api/act-on-import'
import { isOver, isWorking, type Import } from '../api/import'
import { useImportKinds } from '../api/list-kinds'
import { useImport } from '../api/read-import'
import { ImportStateTag } from './import-state-tag'
import { MappingForm } from './mapping-form'
import { PreviewTable } from './preview-table'

const STEP: Record<string, number> = { UPLOADED: 1, CHECKING: 2, READY: 2, RUNNING: 3, DONE: 4, CANCELLED: 4, FAILED: 4 }

/** One import from mapping to result; what is going on now is above, the rows are below. */
export default function ImportPage() {
  const { t } = useTranslation(['spreadsheets', 'shared'])
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const query = useImport(id)
  const kinds = useImportKinds()
  const act = useActOnImport(id)
  const { modal } = App.useApp()
  if (query.isPending || kinds.isPending) return <div className="page"><Loading onCancel={() => void navigate('/imports')} /></div>
  if (query.isError && !query.data) return <div className="page"><ErrorState error={query.error} onRetry={() => void query.refetch()} /></div>
  const one = query.data
  const kind = kinds.data?.find((each) => each.kind === one.kind)
  const cancel = () => void modal.confirm({
    title: t('cancelTitle'), content: one.state === 'RUNNING' ? t('cancelRunning', { count: one.importedRows }) : t('cancelText'), okText: t('cancelYes'), cancelText: t('cancelNo'),
    onOk: () => act.mutateAsync({ act: 'cancel' }).catch(() => undefined),
  })
  return (
    <div className="page" data-testid="import" data-state={one.state}>
      <PageHead title={one.fileName} sub={<><ImportStateTag state={one.state} /> {one.kindName}</>}>
        <Link to="/imports"><Button>{t('all')}</Button></Link>
        {!isOver(one) && <Button danger onClick={cancel} data-testid="import-cancel">{t('cancel')}</Button>}
      </PageHead>
      {!isPhone && <Steps size="small" className="import-steps" current={STEP[one.state] ?? 0} items={['upload', 'map', 'preview', 'run', 'result'].map((step) => ({ title: t(`step.${step}`) }))} />}
      <ProblemAlert error={act.error} />
      {one.state === 'FAILED' && <Alert type="error" showIcon className="form-note" title={t('failed')} description={one.failure} />}
      {isWorking(one) && <Working one={one} />}
      {one.state === 'UPLOADED' && kind && <MappingForm one={one} kind={kind} act={act} key={one.version} />}
      {one.state !== 'UPLOADED' && <Summary one={one} onStart={() => act.mutate({ act: 'start' })} isStarting={act.isPending} />}
      {one.state !== 'UPLOADED' && one.state !== 'CHECKING' && kind && <PreviewTable one={one} kind={kind} />}
    </div>
  )
}

function Working({ one }: { one: Import }) {
  const { t } = useTranslation('spreadsheets')
  const done = one.state === 'CHECKING' ? one.checkedRows : one.importedRows
  const all = one.state === 'CHECKING' ? one.totalRows : one.importedRows + one.goodRows
  return (
    <section className="panel" aria-live="polite" data-testid="import-progress" data-percent={one.percent}>
      <div className="card-line"><b>{t(one.state === 'CHECKING' ? 'checking' : 'running')}</b><span className="number">{formatCount(done)} / {formatCount(all)}</span></div>
      <Progress percent={one.percent} status="active" showInfo={false} />
      <p className="muted small">{t('leave')}</p>
    </section>
  )
}

function Summary({ one, onStart, isStarting }: { one: Import; onStart: () => void; isStarting: boolean }) {
  const { t } = useTranslation('spreadsheets')
  const counts = [
    ['good', one.goodRows], ['imported', one.importedRows], ['known', one.knownRows], ['bad', one.badRows],
  ] as const
  return (
    <section className="panel import-summary">
      <dl className="import-counts">
        {counts.map(([key, value]) => <div key={key} className={`import-count import-count-${key}`} data-testid={`import-${key}`}><dt>{t(`count.${key}`)}</dt><dd className="number">{formatCount(value)}</dd></div>)}
      </dl>
      <div className="import-acts">
        {one.badRows > 0 && one.state !== 'CHECKING' && <DownloadButton path={`/api/spreadsheets/imports/${one.id}/bad-rows`} testId="import-bad-rows">{t('badRows')}</DownloadButton>}
        {one.state === 'READY' && <Button type="primary" disabled={one.goodRows === 0} loading={isStarting} onClick={onStart} data-testid="import-start">{t('start', { count: one.goodRows })}</Button>}
        {one.state === 'DONE' && one.kind === 'hazards' && <Link to="/hazards"><Button type="primary">{t('openLedger')}</Button></Link>}
      </div>
    </section>
  )
}
