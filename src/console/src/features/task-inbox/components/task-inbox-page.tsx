import { Button, Segmented, Select, Tag, type InputRef } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatTotal } from '@/shared/format/numbers'
import type { Task } from '@/shared/matters/case'
import { DownloadButton } from '@/shared/ui/download-button'
import { PageHead } from '@/shared/ui/page-head'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { SearchBox } from '@/shared/ui/search-box'
import { useHotkeys } from '@/shared/ui/use-hotkeys'
import { useBatchTasks } from '../api/batch-tasks'
import { useClaimTask } from '../api/claim-task'
import { useTasks } from '../api/list-tasks'
import { CommentDialog, TransferDialog, UrgeDialog } from './task-dialogs'
import { useBatchReport } from './batch-report'
import { DUE_FILTERS, useTaskFilters } from './task-filters'
import { taskAddress, TaskRow, type TaskDialog } from './task-row'

const mayTransfer = (task: Task) => task.canTransfer ?? task.canAct
const mayClaim = (task: Task) => task.canAct && !task.claimedBy && task.assigneeKind !== 'PERSON'

/** What do I owe, by when: filters above, rows by urgency, the batch bar below. */
export function TaskInboxPage({ onAct }: { onAct: (task: Task) => void }) {
  const { t } = useTranslation(['task-inbox', 'shared'])
  const navigate = useNavigate()
  const { box, due, q, form, sort, set } = useTaskFilters()
  const query = useTasks({ box, ...(due ? { due } : {}), ...(q ? { q } : {}), ...(form ? { form } : {}), ...(sort ? { sort } : {}) })
  const claim = useClaimTask()
  const claimMany = useBatchTasks()
  const tell = useBatchReport()
  const search = useRef<InputRef>(null)
  const [focus, setFocus] = useState(-1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<{ kind: TaskDialog; tasks: Task[] } | null>(null)
  const tasks = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const picked = tasks.filter((task) => chosen.has(task.id))
  const first = query.data?.pages[0]
  const filtered = due !== '' || q !== '' || form !== ''

  useEffect(() => { setFocus(-1); setChosen(new Set()) }, [box, due, q, form, sort])
  const move = (step: number) => {
    const next = Math.min(tasks.length - 1, Math.max(0, focus + step))
    setFocus(next)
    document.querySelectorAll('[data-testid=task-row]')[next]?.scrollIntoView({ block: 'nearest' })
  }
  const focused = tasks[focus]
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => { if (focused) void navigate(taskAddress(focused)) },
    e: () => { if (focused?.canAct) onAct(focused) },
    '/': () => search.current?.focus(),
  })

  return (
    <div className="page">
      <PageHead title={t('title')} sub={t('shared:table.total', { total: formatTotal(first?.total, first?.totalIsCapped) || tasks.length })}>
        {box === 'mine' && <DownloadButton path="/api/tasks/export" query={{ due, q, form, sort }} testId="export-tasks">{t('shared:action.export')}</DownloadButton>}
        <Segmented options={[{ value: 'mine', label: t('box.mine') }, { value: 'sent', label: t('box.sent') }]} value={box}
          onChange={(value) => set({ box: value === 'mine' ? null : String(value) })} data-testid="task-box" />
      </PageHead>
      <div className="filter-bar no-print">
        <div className="due-tabs" role="group" aria-label={t('column.due')}>
          {['', ...DUE_FILTERS].map((one) => (
            <button key={one} type="button" className={one === due ? 'due-tab due-tab-on' : 'due-tab'} aria-pressed={one === due} onClick={() => set({ due: one })} data-testid={`task-filter-due-${one || 'all'}`}>
              {t(`due.${one || 'all'}`)}
            </button>
          ))}
        </div>
        <SearchBox inputRef={search} value={q} placeholder={t('search')} label={t('searchLabel')} onSearch={(words) => set({ q: words })} testId="task-search" />
        <Select value={sort || 'urgency'} aria-label={t('sort.label')} onChange={(value: string) => set({ sort: value === 'urgency' ? null : value })} className="sort"
          options={[{ value: 'urgency', label: t('sort.due') }, { value: '-createdAt', label: t('sort.created') }]} />
      </div>
      {filtered && (
        <div className="chips" data-testid="filter-chips">
          {due && <Tag closable onClose={() => set({ due: null })}>{t('filter.due', { value: t(`due.${due}`) })}</Tag>}
          {form && <Tag closable onClose={() => set({ form: null })}>{t('filter.form', { value: t(`form.${form}`, { defaultValue: form }) })}</Tag>}
          {q && <Tag closable onClose={() => set({ q: null })}>{t('filter.q', { value: q })}</Tag>}
          <Button type="link" size="small" onClick={() => set({ due: null, q: null, form: null })}>{t('shared:action.clearAll')}</Button>
        </div>
      )}
      <section className="panel panel-flush">
        {query.isPending && <Loading rows={10} onCancel={() => void navigate(-1)} />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && tasks.length === 0 && (
          filtered ? <EmptyState title={t('emptyFiltered')} hint={t('emptyFilteredHint')} />
            : box === 'mine' ? <EmptyState title={t('empty')} hint={t('emptyHint')} /> : <EmptyState title={t('emptySent')} hint={t('emptySentHint')} />
        )}
        <ul className={`task-list${query.isPlaceholderData ? ' stale' : ''}`} data-testid="task-list">
          {tasks.map((task, index) => (
            <TaskRow
              key={task.id}
              task={task}
              box={box}
              focused={index === focus}
              selected={chosen.has(task.id)}
              onSelect={(on: boolean) => setChosen((before) => { const next = new Set(before); if (on) next.add(task.id); else next.delete(task.id); return next })}
              onAct={onAct}
              onClaim={(one) => claim.mutate(one)}
              onDialog={(kind, one) => setDialog({ kind, tasks: [one] })}
            />
          ))}
        </ul>
        {query.hasNextPage && <div className="more"><Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t('shared:action.loadMore')}</Button></div>}
      </section>
      {picked.length > 0 && (
        <div className="batch-bar" role="region" aria-label={t('batch')} data-testid="batch-bar">
          <span>{t('selected', { count: picked.length })}</span>
          {box === 'sent' && <Button type="primary" onClick={() => setDialog({ kind: 'urge', tasks: picked })} data-testid="batch-urge">{t('batchUrge')}</Button>}
          {box === 'mine' && <Button type="primary" disabled={!picked.some(mayTransfer)} onClick={() => setDialog({ kind: 'transfer', tasks: picked.filter(mayTransfer) })} data-testid="batch-transfer">{t('batchTransfer')}</Button>}
          {box === 'mine' && <Button disabled={!picked.some(mayClaim)} loading={claimMany.isPending} onClick={() => claimMany.mutate({ tasks: picked.filter(mayClaim), verb: 'claim', body: {} }, { onSuccess: (items) => { tell(items, picked, t('claimDone', { count: items.filter((one) => one.ok).length })); setChosen(new Set()) } })} data-testid="batch-claim">{t('batchClaim')}</Button>}
          <Button onClick={() => setChosen(new Set())}>{t('clearSelection')}</Button>
        </div>
      )}
      {dialog?.kind === 'urge' && <UrgeDialog tasks={dialog.tasks} onClose={() => setDialog(null)} onDone={() => setChosen(new Set())} />}
      {dialog?.kind === 'transfer' && dialog.tasks[0] && <TransferDialog tasks={dialog.tasks} onClose={() => setDialog(null)} onDone={() => setChosen(new Set())} />}
      {dialog?.kind === 'comment' && dialog.tasks[0] && <CommentDialog task={dialog.tasks[0]} onClose={() => setDialog(null)} />}
    </div>
  )
}
