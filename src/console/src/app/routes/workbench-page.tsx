import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NoticeList } from '@/features/notifications/components/notice-list'
import { useClaimTask } from '@/features/task-inbox/api/claim-task'
import { useTopTasks } from '@/features/task-inbox/api/list-tasks'
import { CommentDialog, TransferDialog, UrgeDialog } from '@/features/task-inbox/components/task-dialogs'
import { TaskRow, type TaskDialog } from '@/features/task-inbox/components/task-row'
import { useWorkbench } from '@/features/workbench/api/read-workbench'
import { DueCounts } from '@/features/workbench/components/due-counts'
import { StatesPanel } from '@/features/workbench/components/states-panel'
import { useClock } from '@/shared/clock/clock'
import { formatDate } from '@/shared/format/dates'
import type { Task } from '@/shared/matters/case'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { ActOnTask } from './act-on-task'

function Panel({ title, more, moreText, className, children }: { title: string; more: string; moreText: string; className: string; children: ReactNode }) {
  return (
    <section className={`panel panel-flush ${className}`}>
      <header className="panel-head"><h2>{title}</h2><Link to={more} className="small">{moreText}</Link></header>
      {children}
    </section>
  )
}

/** Two minutes: what is late, what is mine, what came in, where things stand, who owes me. */
export default function WorkbenchPage() {
  const { t } = useTranslation(['workbench', 'shared'])
  const { today } = useClock()
  const workbench = useWorkbench()
  const mine = useTopTasks('mine', 8)
  const sent = useTopTasks('sent', 6)
  const claim = useClaimTask()
  const [acting, setActing] = useState<Task | null>(null)
  const [dialog, setDialog] = useState<{ kind: TaskDialog; task: Task } | null>(null)
  useEffect(() => { document.title = `${t('title')} · ${t('shared:product')}` }, [t])

  const rows = (query: typeof mine, box: 'mine' | 'sent', empty: ReactNode) => {
    if (query.isPending) return <Loading rows={5} />
    if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    if (query.data.items.length === 0) return empty
    return (
      <ul className={`task-list ${box === 'mine' ? 'task-list-narrow' : 'task-list-slim'}`} data-testid={`workbench-${box}`}>
        {query.data.items.map((task) => <TaskRow key={task.id} task={task} box={box} onAct={setActing} onClaim={(one) => claim.mutate(one)} onDialog={(kind, one) => setDialog({ kind, task: one })} />)}
      </ul>
    )
  }

  return (
    <div className="page workbench" data-testid="workbench">
      <header className="workbench-head">
        <h1>{t('today', { date: formatDate(today) })}</h1>
        {workbench.data && <DueCounts workbench={workbench.data} />}
      </header>
      {workbench.isError && !workbench.data && <ErrorState error={workbench.error} onRetry={() => void workbench.refetch()} />}
      <div className="workbench-grid">
        <div className="workbench-column">
        <Panel title={t('panel.tasks')} more="/tasks" moreText={t('panel.allTasks')} className="area-tasks">
          {rows(mine, 'mine', <EmptyState title={t('noTasks')} hint={t('noTasksHint')} />)}
        </Panel>
        <Panel title={t('panel.hazards')} more="/hazards" moreText={t('panel.allHazards')} className="area-hazards">
          <div className="panel-body">{workbench.data ? <StatesPanel workbench={workbench.data} /> : !workbench.isError && <Loading rows={4} />}</div>
        </Panel>
        </div>
        <div className="workbench-column">
        <Panel title={t('panel.notices')} more="/notifications" moreText={t('panel.allNotices')} className="area-notices"><NoticeList limit={10} unreadFirst /></Panel>
        <Panel title={t('panel.sent')} more="/tasks?box=sent" moreText={t('panel.allSent')} className="area-sent">{rows(sent, 'sent', <p className="muted panel-empty">{t('noSent')}</p>)}</Panel>
        </div>
      </div>
      {acting && <ActOnTask task={acting} onClose={() => setActing(null)} />}
      {dialog?.kind === 'urge' && <UrgeDialog tasks={[dialog.task]} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'transfer' && <TransferDialog tasks={[dialog.task]} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'comment' && <CommentDialog task={dialog.task} onClose={() => setDialog(null)} />}
    </div>
  )
}
