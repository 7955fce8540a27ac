import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDate } from '@/shared/format/dates'
import type { Case, Task } from '@/shared/matters/case'
import { isClosed } from '@/shared/matters/hazard'
import { DueBadge } from '@/shared/ui/due-badge'
import { RuleChange } from './rule-change'

/** Whose turn it is, by when, and the button that reminds them. */
export function WhoNow({ hazard, onUrge, onAct }: { hazard: Case; onUrge: (task: Task) => void; onAct: (task: Task) => void }) {
  const { t } = useTranslation('case-file')
  const open = hazard.tasks.filter((one) => one.state === 'OPEN')
  return (
    <section className="panel who-now" data-testid="who-now">
      <h2>{t('now.title')}</h2>
      {open.length === 0 && <span className="muted">{t(isClosed(hazard.state) ? 'now.nobody' : 'now.nobodyOpen')}</span>}
      <ul className="plain-list">
        {open.map((task) => (
          <li key={task.id} data-testid="who-now-task">
            <span><b>{task.personName ?? task.postName}</b>{task.personName && task.postName && <span className="muted">（{task.postName}）</span>}：{task.title}</span>
            <DueBadge status={task.dueStatus} overdueWorkingDays={task.overdueWorkingDays} />
            {task.dueDate && <span className="muted small">{t('now.due', { date: formatDate(task.dueDate) })}</span>}
            {task.ruleChanged && <RuleChange task={task} />}
            <span className="no-print">
              {task.canAct
                ? <Button size="small" type="primary" onClick={() => onAct(task)} data-testid="task-act">{t('acts.form')}</Button>
                : <Button size="small" onClick={() => onUrge(task)} data-testid="task-urge">{t('now.urge')}</Button>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
