import { Alert, Button } from 'antd'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useCase } from '@/features/case-file/api/get-case'
import { ActPanel } from '@/features/case-file/components/act-panel'
import { CaseHead } from '@/features/case-file/components/case-head'
import { CommandDrawer, type Way } from '@/features/case-file/components/command-drawer'
import { Confirmations } from '@/features/case-file/components/confirmations'
import { DocumentsPanel } from '@/features/case-file/components/documents-panel'
import { EndingPanel, hasEnding } from '@/features/case-file/components/ending-panel'
import { hasMeasures, MeasuresPanel } from '@/features/case-file/components/measures-panel'
import { PartiesPanel } from '@/features/case-file/components/parties-panel'
import { PhotosPanel } from '@/features/case-file/components/photos-panel'
import { WhoNow } from '@/features/case-file/components/who-now'
import { CandidatesPanel } from '@/features/hazards/components/candidates-panel'
import { Timeline } from '@/features/ledger/components/timeline'
import { FiveImplementations } from '@/features/rectification/components/five-implementations'
import { openTask } from '@/features/task-inbox/api/open-task'
import { UrgeDialog } from '@/features/task-inbox/components/task-dialogs'
import { DeadlinesPanel } from '@/features/work-calendar/components/deadlines-panel'
import { WhyDrawer } from '@/features/work-calendar/components/why-drawer'
import { useClock } from '@/shared/clock/clock'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import type { Case, Deadline, FlowView, Task } from '@/shared/matters/case'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { waysOf } from './act-on-task'
import { commandForms } from './command-forms'
import { RectificationRecords } from '@/features/rectification/components/rectification-records'
import { useCaseUpdates } from './use-case-updates'

const FlowPicture = lazy(() => import('@/features/case-file/components/flow-picture'))

function Section({ title, children, className = '', count }: { title: string; children: ReactNode; className?: string; count?: number }) {
  return (
    <section className={`panel ${className}`}>
      <h2>{title}{count ? <span className="muted small"> {count}</span> : null}</h2>
      {children}
    </section>
  )
}

const OVER = new Set(['FINISHED', 'CANCELLED'])
const isOver = (flow: FlowView) => OVER.has(flow.status.toUpperCase())

function FinishedFlows({ flows }: { flows: FlowView[] }) {
  const { t } = useTranslation('case-file')
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="muted small">{t('flow.over', { count: flows.length })}</summary>
      {open && <Suspense fallback={<Loading rows={3} />}>{flows.map((flow) => <FlowPicture key={flow.instanceId} flow={flow} />)}</Suspense>}
    </details>
  )
}

/** The deadline in the head is the one the law counts for the rectification; it opens like every other date. */
const mainDeadline = (hazard: Case): Deadline | null =>
  hazard.deadlines.find((one) => one.dueDate === hazard.deadline?.date && one.state !== 'CANCELLED') ?? hazard.deadlines.find((one) => one.dueDate === hazard.deadline?.date) ?? null

function CaseView({ hazard, onReload }: { hazard: Case; onReload: () => void }) {
  const { t } = useTranslation('case-file')
  const { now } = useClock()
  const [acting, setActing] = useState<{ ways: Way[]; title?: string } | null>(null)
  const [why, setWhy] = useState<Deadline | null>(null)
  const [urging, setUrging] = useState<Task | null>(null)
  const act = (way: Way) => setActing({ ways: [way] })
  const actOn = (task: Task) => {
    const ways = waysOf(task, hazard)
    if (ways.length > 0) setActing({ ways, title: task.title })
    else document.querySelector('[data-testid=confirmation], [data-testid=act-panel]')?.scrollIntoView({ behavior: 'smooth', block: 'center' })
  }
  const head = mainDeadline(hazard)
  const merge = hazard.commands.find((one) => one.name === 'merge' && one.status === 'AVAILABLE')

  useEffect(() => { document.title = `${hazard.number ?? ''} ${hazard.title || hazard.text}`.trim() }, [hazard])

  return (
    <div className="case" data-testid="case" data-hazard-id={hazard.id}>
      <CaseHead hazard={hazard} onAct={act} onWhy={head ? () => setWhy(head) : null} />
      <p className="print-only small">{t('printMeta', { at: formatDateTime(now), version: hazard.version })}</p>
      {hazard.escalation && !hazard.escalation.closedAt && (
        <Alert type="error" showIcon className="case-alert" data-testid="escalation" title={t('escalation', { level: hazard.escalation.levelName, fact: hazard.escalation.fact, at: formatDate(hazard.escalation.openedAt) })} />
      )}
      {hazard.holds?.map((one) => (
        <Alert key={`${one.kind}${one.placedAt}${one.equipmentCode ?? ''}`} type="warning" showIcon className="case-alert" data-testid="hold" title={t('hold', { name: [one.kindName, one.documentNumber, one.equipmentCode].filter(Boolean).join(' '), article: one.article ?? '', at: formatDate(one.placedAt) })} />
      ))}
      <Confirmations hazard={hazard} forms={commandForms} />
      {hazard.state === 'REPORTED' && hazard.commands.some((one) => one.name === 'register') && (
        <CandidatesPanel hazardId={hazard.id} onMerge={merge ? () => act({ command: merge.name, displayName: merge.displayName }) : null} />
      )}
      <WhoNow hazard={hazard} onUrge={setUrging} onAct={actOn} />
      <section className="panel act-panel no-print" data-testid="act-panel">
        <h2>{t('acts.title')}</h2>
        <ActPanel hazard={hazard} onAct={act} />
      </section>
      <Section title={t('sections.five')} className="panel-five"><FiveImplementations hazard={hazard} /></Section>
      {hasEnding(hazard) && <Section title={t('sections.ending')}><EndingPanel hazard={hazard} /></Section>}
      {hasMeasures(hazard) && <Section title={t('sections.measures')}><MeasuresPanel hazard={hazard} /></Section>}
      <RectificationRecords hazard={hazard} title={t('sections.records')} />
      <div className="case-grid">
        <Section title={t('sections.timeline')} className="case-story"><Timeline matterId={hazard.id} /></Section>
        <div className="case-side">
          <Section title={t('sections.deadlines')}><DeadlinesPanel deadlines={hazard.deadlines} onWhy={setWhy} /></Section>
          <Section title={t('sections.flow')} className="no-print">
            {hazard.flows.length === 0 && <p className="muted">{t('flow.none')}</p>}
            <Suspense fallback={<Loading rows={5} />}>{hazard.flows.filter((one) => !isOver(one)).map((flow) => <FlowPicture key={flow.instanceId} flow={flow} />)}</Suspense>
            {hazard.flows.some(isOver) && <FinishedFlows flows={hazard.flows.filter(isOver)} />}
          </Section>
          <Section title={t('sections.documents')} count={hazard.documents.length}><DocumentsPanel documents={hazard.documents} /></Section>
          <Section title={t('sections.photos')} count={hazard.attachments.length}><PhotosPanel attachments={hazard.attachments} /></Section>
          <Section title={t('sections.parties')}><PartiesPanel hazard={hazard} /></Section>
        </div>
      </div>
      {acting && (
        <CommandDrawer hazard={hazard} ways={acting.ways} forms={commandForms} {...(acting.title ? { title: acting.title } : {})} onClose={() => setActing(null)} onReload={onReload} />
      )}
      {urging && <UrgeDialog tasks={[urging]} onClose={() => setUrging(null)} onDone={onReload} />}
      <WhyDrawer deadline={why} onClose={() => setWhy(null)} />
    </div>
  )
}

export default function CasePage() {
  const { t } = useTranslation('case-file')
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const client = useQueryClient()
  const query = useCase(id)
  const taskId = params.get('task')
  const updates = useCaseUpdates(id, query.data?.version)

  useEffect(() => {
    if (taskId) void openTask(taskId).then(() => client.invalidateQueries({ queryKey: ['tasks'] }), () => undefined)
  }, [taskId, client])

  const reload = () => {
    void client.invalidateQueries({ queryKey: ['case', id] })
    void client.invalidateQueries({ queryKey: ['ledger', id] })
  }
  if (query.isPending) return <div className="page"><Loading rows={14} /></div>
  if (query.isError && !query.data) return <div className="page"><ErrorState error={query.error} onRetry={() => void query.refetch()} /></div>
  return (
    <div className="page case-page">
      {updates > 0 && (
        <div className="update-bar no-print" role="status" data-testid="case-updates">
          <span>{t('updates', { count: updates })}</span>
          <Button size="small" onClick={reload} data-testid="show-updates">{t('showUpdates')}</Button>
        </div>
      )}
      <CaseView hazard={query.data} onReload={reload} />
    </div>
  )
}
