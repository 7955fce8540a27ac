import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime, weekday } from '@/shared/format/dates'
import type { Deadline } from '@/shared/matters/case'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { useIsPhone } from '@/shared/ui/use-media'
import { useExplanation, type Explanation } from '../api/explain-deadline'

function Facts({ told }: { told: Explanation }) {
  const { t } = useTranslation('work-calendar')
  return (
    <dl className="facts-list">
      <div>
        <dt>{t('why.result')}</dt>
        <dd><b data-testid="why-due">{told.dueOn ? formatDate(told.dueOn) : formatDateTime(told.dueInstant)}</b>{told.provisional && <span className="provisional">　{t('deadlines.provisional')}</span>}</dd>
      </div>
      <div><dt>{t('deadlines.event')}</dt><dd>{told.startEvent}（{formatDateTime(told.startedAt)}）</dd></div>
      <div><dt>{t('deadlines.limit')}</dt><dd>{told.limit}</dd></div>
      <div><dt>{t('deadlines.rule')}</dt><dd>{told.name}<span className="muted small">　{told.ruleId}</span></dd></div>
      {(told.article || told.source) && <div><dt>{t('deadlines.article')}</dt><dd>{told.article || told.source}</dd></div>}
      {told.stops.map((one) => (
        <div key={one.from}><dt>{t('why.stops')}</dt><dd>{t('deadlines.paused', { from: formatDateTime(one.from), to: one.to ? formatDateTime(one.to) : t('deadlines.now'), reason: one.reasonText })}</dd></div>
      ))}
      {told.changes.map((one) => (
        <div key={one.at}><dt>{t('why.moves')}</dt><dd>{formatDate(one.oldDueInstant)} → {formatDate(one.newDate)}<span className="muted">　{one.decision}</span></dd></div>
      ))}
    </dl>
  )
}

/** Start event, rule, article, and each day with whether it counts and why. */
export function WhyDrawer({ deadline, onClose }: { deadline: Deadline | null; onClose: () => void }) {
  const { t } = useTranslation('work-calendar')
  const isPhone = useIsPhone()
  const query = useExplanation(deadline?.id)
  return (
    <Drawer open={deadline !== null} onClose={onClose} title={t('why.title')} size={isPhone ? '100%' : 540}>
      {deadline && (
        <div data-testid="why-drawer">
          <h3 className="why-title">{deadline.name}</h3>
          {query.isPending && <Loading rows={10} />}
          {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          {query.data && (
            <>
              <Facts told={query.data} />
              <table className="why-table">
                <thead><tr><th>{t('why.date')}</th><th>{t('why.count')}</th><th>{t('why.reason')}</th></tr></thead>
                <tbody>
                  {query.data.explanation.map((one, line) => (
                    <tr key={line} className={one.counted ? 'day-counted' : 'day-skipped'} data-testid="why-day" data-date={one.date} data-counted={one.counted}>
                      <td className="nowrap">{one.date}（{one.weekday ?? weekday(one.date)}）</td>
                      <td className="nowrap">{one.counted ? (one.number ? t('why.day', { number: one.number }) : t('why.counted')) : t('why.notCounted')}</td>
                      <td>{one.reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </div>
      )}
    </Drawer>
  )
}
