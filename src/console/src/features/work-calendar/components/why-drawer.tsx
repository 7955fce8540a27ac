import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime, weekday } from '@/shared/format/dates'
import type { Deadline } from '@/shared/matters/case'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { useIsPhone } from '@/shared/ui/use-media'
import { useExplanation } from '../api/explain-deadline'

/** Start event, rule, article, and each day with whether it counts and why. */
export function WhyDrawer({ deadline, onClose }: { deadline: Deadline | null; onClose: () => void }) {
  const { t } = useTranslation('work-calendar')
  const isPhone = useIsPhone()
  const query = useExplanation(deadline)
  return (
    <Drawer open={deadline !== null} onClose={onClose} title={t('why.title')} size={isPhone ? '100%' : 520} data-testid="why-drawer">
      {deadline && (
        <>
          <h3 className="why-title">{deadline.name ?? deadline.ruleId}</h3>
          <dl className="facts-list">
            <div><dt>{t('why.result')}</dt><dd><b data-testid="why-due">{deadline.unit === 'HOUR' && deadline.dueInstant ? formatDateTime(deadline.dueInstant) : formatDate(deadline.dueDate)}</b>{deadline.provisional && <span className="provisional">　{t('deadlines.provisional')}</span>}</dd></div>
            <div><dt>{t('deadlines.event')}</dt><dd>{deadline.startEvent ?? '—'}（{formatDateTime(deadline.startAt)}）</dd></div>
            <div><dt>{t('deadlines.limit')}</dt><dd>{t(`deadlines.UNIT.${deadline.unit}`, { amount: deadline.amount })}</dd></div>
            <div><dt>{t('deadlines.rule')}</dt><dd>{deadline.ruleId}</dd></div>
            {deadline.article && <div><dt>{t('deadlines.article')}</dt><dd>{deadline.article}</dd></div>}
            {deadline.pauses?.map((one) => <div key={one.from}><dt>{t('why.stops')}</dt><dd>{t('deadlines.paused', { from: formatDateTime(one.from), to: one.to ? formatDateTime(one.to) : t('deadlines.now'), reason: one.reason })}</dd></div>)}
            {deadline.extensions?.map((one) => <div key={one.to}><dt>{t('why.moves')}</dt><dd>{t('deadlines.extended', { from: formatDate(one.from), to: formatDate(one.to) })}{one.reason ? `：${one.reason}` : ''}</dd></div>)}
          </dl>
          {deadline.unit === 'DATE' && <p className="muted">{t('why.named')}</p>}
          {deadline.unit !== 'DATE' && query.isPending && <Loading rows={10} />}
          {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          {query.data && (
            <>
              {Boolean(deadline.extensions?.length) && <p className="muted small">{t('why.original')}</p>}
              <table className="why-table">
                <thead><tr><th>{t('why.date')}</th><th>{t('why.count')}</th><th>{t('why.reason')}</th></tr></thead>
                <tbody>
                  {query.data.explanation.map((one) => (
                    <tr key={one.date} className={one.counted ? 'day-counted' : 'day-skipped'} data-testid="why-day" data-counted={one.counted}>
                      <td className="nowrap">{one.date}（{one.weekday ?? weekday(one.date)}）</td>
                      <td className="nowrap">{one.counted ? (one.number ? t('why.day', { number: one.number }) : t('why.counted')) : t('why.notCounted')}</td>
                      <td>{one.reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </>
      )}
    </Drawer>
  )
}
