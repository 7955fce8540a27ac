import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDayShort } from '@/shared/format/dates'
import { formatMoney } from '@/shared/format/numbers'
import type { Case } from '@/shared/matters/case'

function Card({ title, set, value, wide = false, children }: { title: string; set: boolean; value: ReactNode; wide?: boolean; children?: ReactNode }) {
  const { t } = useTranslation('rectification')
  return (
    <section className={`five-card${set ? '' : ' five-card-missing'}${wide ? ' five-card-wide' : ''}`} data-set={set}>
      <h3>
        {title}
        <span className={set ? 'ok small' : 'muted small'}>{set ? <CheckCircleFilled /> : <MinusCircleOutlined />} {t(set ? 'cards.set' : 'cards.missing')}</span>
      </h3>
      <div className="five-value">{value}</div>
      {children && <div className="five-more">{children}</div>}
    </section>
  )
}

/** Goal, measures, time limit, responsibility, funds — and the two that a major hazard adds. */
export function FiveImplementations({ hazard }: { hazard: Case }) {
  const { t } = useTranslation('rectification')
  const { plan } = hazard
  if (!plan) return <p className="muted panel-empty" data-testid="no-plan">{t('cards.none')}</p>
  const finished = new Set(hazard.reports.at(-1)?.items.map((one) => one.measure) ?? [])
  const done = plan.measures.filter((one) => finished.has(one.text)).length
  const { funding, responsibility } = plan
  const facts = (list: [string, string | null | undefined][]) => list.filter(([, value]) => value).map(([name, value]) => <div key={name}><span className="muted">{name}</span> {value}</div>)
  return (
    <>
      {plan.opinion && plan.state === 'RETURNED' && <p className="plan-opinion"><b>{t('cards.opinion')}</b> {plan.opinion}</p>}
      <div className="five-cards" data-testid="five-implementations">
        <Card title={t('cards.goal')} set={Boolean(plan.goal)} value={plan.goal || '—'} />
        <Card title={t('cards.measures')} set={plan.measures.length > 0} value={t('cards.measureCount', { done, count: plan.measures.length })}>
          <ol className="measures">
            {plan.measures.map((one) => <li key={one.text} className={finished.has(one.text) ? 'measure-done' : ''}>{one.text}<span className="muted small">　{formatDayShort(one.date)}　{one.owner}</span></li>)}
          </ol>
        </Card>
        <Card title={t('cards.deadline')} set={Boolean(plan.deadline)} value={formatDate(plan.deadline)}>
          {facts([[t('cards.instructionDeadline'), hazard.instruction?.deadline ? formatDate(hazard.instruction.deadline) : null]])}
        </Card>
        <Card title={t('cards.responsibility')} set={Boolean(responsibility.leader)} value={responsibility.leader || '—'}>
          {facts([[t('cards.unit'), responsibility.unit], [t('cards.doer'), responsibility.doer], [t('cards.supervisor'), responsibility.supervisor]])}
        </Card>
        <Card title={t('cards.funding')} set={funding.amount > 0 || Boolean(funding.zeroReason)} value={<span className="number">{formatMoney(funding.amount)}</span>}>
          {facts([[t('cards.source'), funding.source], [t('cards.arrival'), funding.arrivalDate ? formatDate(funding.arrivalDate) : null], [t('cards.zero'), funding.zeroReason]])}
        </Card>
        {plan.contingencyPlan && <Card title={t('cards.contingency')} set wide value={plan.contingencyPlan} />}
        {plan.interimControl && <Card title={t('cards.interim')} set wide value={[plan.interimControlModeName, plan.interimControl].filter(Boolean).join('：')} />}
      </div>
    </>
  )
}
