import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import type { Deadline } from '@/shared/matters/case'
import { DueBadge } from '@/shared/ui/due-badge'
import { elapsedPercent } from './deadline-bar'

const RUNNING = new Set(['RUNNING', 'PAUSED', 'OVERDUE'])

function Row({ deadline, onWhy }: { deadline: Deadline; onWhy: (deadline: Deadline) => void }) {
  const { t } = useTranslation('work-calendar')
  const { now } = useClock()
  const running = RUNNING.has(deadline.state)
  return (
    <li className={`deadline${running ? '' : ' deadline-done'}`} data-testid="deadline" data-rule={deadline.ruleId} data-state={deadline.state}>
      <div className="deadline-line">
        <b>{deadline.name}</b>
        {running ? <DueBadge status={deadline.status} overdueWorkingDays={deadline.overdueWorkingDays} /> : <span className="muted small">{t(deadline.metLate ? 'deadlines.metLate' : `deadlines.STATE.${deadline.state}`, { defaultValue: deadline.state })}{deadline.metAt && ` ${formatDate(deadline.metAt)}`}</span>}
      </div>
      {running && (
        <div className={`bar bar-${deadline.status.toLowerCase().replace('_', '-')}`} role="img" aria-label={`${formatDate(deadline.startAt)} — ${formatDate(deadline.dueInstant)}`}>
          <span style={{ width: `${elapsedPercent(deadline, now)}%` }} />
        </div>
      )}
      <div className="deadline-line small">
        <span className="muted">{formatDate(deadline.startAt)}</span>
        <span>
          <time dateTime={deadline.dueDate ?? deadline.dueInstant} data-testid="deadline-due">{deadline.dueDate ? formatDate(deadline.dueDate) : formatDateTime(deadline.dueInstant)}</time>
          <Button type="link" size="small" className="no-print" onClick={() => onWhy(deadline)} data-testid="deadline-why">{t('deadlines.why')}</Button>
        </span>
      </div>
      {running && (
        <div className="small muted">
          {t(`deadlines.UNIT.${deadline.unit}`, { amount: deadline.amount })}
          {deadline.workingDaysLeft > 0 && `，${t('deadlines.left', { days: deadline.workingDaysLeft })}`}
          {deadline.ruleChanged && <span className="rule-changed" title={t('rules.changedHint')}>　{t('rules.changed')}</span>}
          {deadline.provisional && <span className="provisional">　{t('deadlines.provisional')}</span>}
        </div>
      )}
    </li>
  )
}

/** Running clocks first, by date; what is over recedes. */
export function DeadlinesPanel({ deadlines, onWhy }: { deadlines: Deadline[]; onWhy: (deadline: Deadline) => void }) {
  const { t } = useTranslation('work-calendar')
  if (deadlines.length === 0) return <p className="muted panel-empty">{t('deadlines.none')}</p>
  const byDate = [...deadlines].sort((a, b) => a.dueInstant.localeCompare(b.dueInstant))
  const running = byDate.filter((one) => RUNNING.has(one.state))
  const over = byDate.filter((one) => !RUNNING.has(one.state)).reverse()
  return (
    <>
      <ul className="plain-list deadlines">{running.map((one) => <Row key={one.id} deadline={one} onWhy={onWhy} />)}</ul>
      {over.length > 0 && (
        <details className="deadlines-over">
          <summary className="muted small">{t('deadlines.closed')} {over.length}</summary>
          <ul className="plain-list deadlines">{over.map((one) => <Row key={one.id} deadline={one} onWhy={onWhy} />)}</ul>
        </details>
      )}
    </>
  )
}
