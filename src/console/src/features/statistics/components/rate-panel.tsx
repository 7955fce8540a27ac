import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/shared/session/session'
import { DateInput } from '@/shared/ui/date-field'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { usePublishRates, useRates, type Figures, type RateQuery } from '../api/read-statistics'
import { ZeroTag } from './tally-table'

export function FiguresLine({ figures }: { figures: Figures }) {
  const { t } = useTranslation('statistics')
  const parts: [string, React.ReactNode][] = [
    [t('registered'), figures.registered], [t('treated'), figures.treated], [t('fixedOnSpot'), figures.fixedOnSpot], [t('closedUntreated'), figures.closedUntreated],
    [t('open'), figures.open], [t('overdue'), figures.overdue ?? <span title={t('pastOverdue')}>—</span>],
  ]
  return (
    <dl className="figures">
      <div className="figure-main"><dt>{t('rate')}</dt><dd>{figures.rate ?? <span className="muted">{t('noRate')}</span>}</dd></div>
      {parts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      <div><dt>{t('status')}</dt><dd><ZeroTag isZero={figures.isZero} isDynamicZero={figures.isDynamicZero} /></dd></div>
    </dl>
  )
}

/** The rate by the day found, as the ledger stood at the end of a day; publishing freezes it. */
export function RatePanel({ query, onChange }: { query: RateQuery; onChange: (change: Partial<RateQuery>) => void }) {
  const { t } = useTranslation(['statistics', 'shared'])
  const { user } = useSession()
  const { message } = App.useApp()
  const rates = useRates(query)
  const publish = usePublishRates()
  const [title, setTitle] = useState<string | null>(null)
  const mayPublish = user.posts.some((one) => one.kind === 'APPROVER' || one.kind === 'BUREAU_LEADER')
  const send = () => publish.mutate({ ...query, title: title ?? '' }, { onSuccess: () => { setTitle(null); void message.success(t('done')) } })
  return (
    <section className="panel panel-flush" data-testid="rates">
      <div className="panel-head"><h2>{t('period')}</h2>{mayPublish && <Button onClick={() => setTitle('')} data-testid="publish-rates">{t('publish')}</Button>}</div>
      <div className="panel-body">
        <div className="filter-bar no-print">
          <label>{t('from')} <DateInput value={query.from ?? null} onChange={(value) => onChange({ from: value ?? undefined })} testId="rates-from" /></label>
          <label>{t('to')} <DateInput value={query.to ?? null} onChange={(value) => onChange({ to: value ?? undefined })} testId="rates-to" /></label>
          <label>{t('asOf')} <DateInput value={query.asOf ?? null} onChange={(value) => onChange({ asOf: value ?? undefined })} testId="rates-as-of" /></label>
          <Select value={query.grade ?? ''} onChange={(value: string) => onChange({ grade: value || undefined })} aria-label={t('grade')} style={{ width: 96 }}
            options={[{ value: '', label: t('both') }, { value: 'GENERAL', label: t('GENERAL') }, { value: 'MAJOR', label: t('MAJOR') }]} />
        </div>
        {rates.data ? <FiguresLine figures={rates.data.figures} /> : rates.isError ? <ErrorState error={rates.error} onRetry={() => void rates.refetch()} /> : <Loading rows={2} />}
        <p className="muted small">{t('rateHint')}</p>
      </div>
      <Modal open={title !== null} title={t('publishTitle')} okText={t('publish')} cancelText={t('shared:action.cancel')} confirmLoading={publish.isPending} onCancel={() => { setTitle(null); publish.reset() }}
        onOk={send} okButtonProps={{ disabled: !title?.trim() }}>
        <p className="muted">{t('publishHint')}</p>
        <label>{t('name')}<Input value={title ?? ''} maxLength={120} placeholder={t('namePlaceholder')} onChange={(event) => setTitle(event.target.value)} data-testid="publish-title" /></label>
        {publish.isError && <ProblemAlert error={publish.error} />}
      </Modal>
    </section>
  )
}
