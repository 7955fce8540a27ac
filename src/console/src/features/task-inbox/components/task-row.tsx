import { MoreOutlined } from '@ant-design/icons'
import { Button, Checkbox, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatDate, formatDateTime, formatDayShort } from '@/shared/format/dates'
import type { Task } from '@/shared/matters/case'
import { DueBadge } from '@/shared/ui/due-badge'

export type TaskDialog = 'urge' | 'transfer' | 'comment'

export interface TaskRowActs {
  onAct: (task: Task) => void
  onDialog: (dialog: TaskDialog, task: Task) => void
  onClaim: (task: Task) => void
}

interface Props extends TaskRowActs {
  task: Task
  box: 'mine' | 'sent'
  focused?: boolean
  selected?: boolean
  onSelect?: (selected: boolean) => void
}

export const taskAddress = (task: Task): string => (task.matterId ? `/hazards/${task.matterId}?task=${task.id}` : '/tasks')

/** The whole row opens the case; the act is on the row. */
export function TaskRow({ task, box, focused = false, selected = false, onSelect, onAct, onDialog, onClaim }: Props) {
  const { t } = useTranslation('task-inbox')
  const navigate = useNavigate()
  const untouched = box === 'mine' && !task.openedAt
  const holder = task.personName ?? task.postName
  const more = [
    { key: 'urge', label: t('urge'), hidden: box === 'sent' || !task.canUrge },
    { key: 'claim', label: task.claimedBy ? t('release') : t('claim'), hidden: box === 'sent' || !task.canAct || task.assigneeKind === 'PERSON' },
    { key: 'transfer', label: t('transfer'), hidden: !(task.canTransfer ?? task.canAct) },
    { key: 'comment', label: t('comment'), hidden: false },
  ].filter((one) => !one.hidden).map(({ key, label }) => ({ key, label }))

  return (
    <li
      className={`task-row${focused ? ' task-row-focused' : ''}${untouched ? ' task-row-untouched' : ''}`}
      data-testid="task-row"
      data-task-id={task.id}
      data-matter-id={task.matterId ?? ''}
      data-due={task.dueStatus}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) window.open(taskAddress(task), '_blank', 'noopener')
        else void navigate(taskAddress(task))
      }}
    >
      {onSelect && (
        <span className="task-check" onClick={(event) => event.stopPropagation()}>
          <Checkbox checked={selected} onChange={(event) => onSelect(event.target.checked)} aria-label={t('select', { title: task.title })} data-testid="task-select" />
        </span>
      )}
      <span className="task-due">
        <DueBadge status={task.dueStatus} overdueWorkingDays={task.overdueWorkingDays} />
        <span className="muted small" title={task.dueDate ? formatDate(task.dueDate) : ''}>{task.dueDate ? formatDayShort(task.dueDate) : t('noDue')}</span>
      </span>
      <span className="task-main">
        <a
          className="task-title"
          href={taskAddress(task)}
          onClick={(event) => { if (!event.ctrlKey && !event.metaKey) event.preventDefault(); else event.stopPropagation() }}
          data-testid="task-link"
        >
          {untouched && <span className="untouched-dot" title={t('untouched')} />}
          {task.title}
        </a>
        <span className="muted small task-sub">
          {[task.matterNumber, task.matterTitle].filter(Boolean).join('　')}
          {Boolean(task.urgeCount) && <span className="urged">{t('urged', { count: task.urgeCount })}</span>}
          {task.ruleChanged && <span className="rule-changed" title={t('ruleChangedHint')}>{t('ruleChanged')}</span>}
          {task.claimedBy && <span>{t('claimedBy', { name: task.claimedBy })}</span>}
        </span>
      </span>
      <span className="task-unit">
        <span>{task.enterpriseName ?? ''}</span>
        {holder && <span className="muted small">{holder}</span>}
      </span>
      <time className="task-created muted small" dateTime={task.createdAt} title={formatDateTime(task.createdAt)}>{formatDateTime(task.createdAt).slice(5)}</time>
      <span className="task-acts" onClick={(event) => event.stopPropagation()}>
        {box === 'mine' && task.canAct && <Button type="primary" size="small" onClick={() => onAct(task)} data-testid="task-act">{t('act')}</Button>}
        {box === 'sent' && (task.canUrge ?? true) && <Button size="small" onClick={() => onDialog('urge', task)} data-testid="task-urge">{t('urge')}</Button>}
        {more.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{ items: more, onClick: ({ key }) => (key === 'claim' ? onClaim(task) : onDialog(key as TaskDialog, task)) }}
          >
            <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t('more')} data-testid="task-more" />
          </Dropdown>
        )}
      </span>
    </li>
  )
}
