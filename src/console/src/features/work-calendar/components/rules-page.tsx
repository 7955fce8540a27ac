import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useClock } from '@/shared/clock/clock'
import { RegionInput } from '@/shared/directory/pickers'
import { formatDateTime } from '@/shared/format/dates'
import { useSession } from '@/shared/session/session'
import { ActDrawer, type FormValues } from '@/shared/ui/act-drawer'
import { DateField, DateInput } from '@/shared/ui/date-field'
import { Field, LongTextField, NumberField, SelectField, TextField } from '@/shared/ui/form-fields'
import { PageHead } from '@/shared/ui/page-head'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { SearchBox } from '@/shared/ui/search-box'
import { useIsPhone } from '@/shared/ui/use-media'
import { previewPack, usePackProposals, usePacks, useRules, type Pack, type PackProposal, type Rule } from '../api/calendar'

const CHANGED = ['policy-rules', 'policy-packs', 'policy-pack-proposals']

/** Every limit by rule, region and event date, the versions of the pack, and what is proposed. */
export default function RulesPage() {
  const { t } = useTranslation(['work-calendar', 'shared'])
  const { user } = useSession()
  const isPhone = useIsPhone()
  const [params, setParams] = useSearchParams()
  const set = (key: string, value: string | null) => setParams((before) => { const next = new URLSearchParams(before); if (value) next.set(key, value); else next.delete(key); return next }, { replace: true })
  const rules = useRules({ on: params.get('on'), region: params.get('region'), search: params.get('q') })
  const packs = usePacks()
  const official = user.roles.some((role) => role !== 'enterprise-user' && role !== 'designer')
  const proposals = usePackProposals(official)
  const [changing, setChanging] = useState<Rule | 'file' | null>(null)
  const [deciding, setDeciding] = useState<{ one: PackProposal; act: 'approve' | 'reject' } | null>(null)
  const admin = user.roles.includes('administrator')
  const rows = rules.data?.items ?? []
  return (
    <div className="page">
      <PageHead title={t('rules.title')} sub={packs.data?.items.find((one) => one.inForce)?.version}>
        {admin && <Button onClick={() => setChanging('file')} data-testid="upload-pack">{t('rules.upload')}</Button>}
      </PageHead>
      <div className="filter-bar">
        <div className="filter-region"><RegionInput value={params.get('region')} onChange={(code) => set('region', code)} testId="filter-region" /></div>
        <span className="as-of"><span className="muted small">{t('rules.on')}</span><DateInput value={params.get('on')} onChange={(day) => set('on', day)} testId="rules-on" /></span>
        <SearchBox value={params.get('q') ?? ''} placeholder={t('rules.search')} label={t('rules.search')} onSearch={(words) => set('q', words)} testId="rules-search" />
      </div>
      <div className="register-stack">
        {(proposals.data?.items.filter((one) => one.state === 'PROPOSED') ?? []).map((one) => (
          <section className="panel" key={one.id} data-testid="pack-proposal">
            <div className="card-line"><h2>{t('rules.proposal', { version: one.packVersion })}</h2><span className="muted small">{t('calendar.proposed', { name: one.proposedBy, at: formatDateTime(one.proposedAt), reason: one.reason })}</span></div>
            <ul className="plain-list small">{one.changes.map((change) => <li key={change}>{change}</li>)}</ul>
            {(admin || user.roles.includes('approver')) && <div className="row-acts"><Button size="small" type="primary" onClick={() => setDeciding({ one, act: 'approve' })}>{t('calendar.approve')}</Button><Button size="small" onClick={() => setDeciding({ one, act: 'reject' })}>{t('calendar.reject')}</Button></div>}
          </section>
        ))}
        <section className="panel panel-flush">
          {rules.isPending && <Loading rows={12} />}
          {rules.isError && <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />}
          {rules.data && (isPhone
            ? <ul className="plain-list register-cards">{rows.map((one) => <li key={`${one.id}${one.region}${one.validFrom}`}><div className="card-line"><b>{one.name}</b><span>{one.limit}</span></div><div className="small muted">{one.source}{one.article}</div></li>)}</ul>
            : <Table<Rule> size="small" rowKey={(one) => `${one.id}/${one.region ?? ''}/${one.validFrom}`} dataSource={rows} pagination={false} scroll={{ x: 1080 }} columns={[
              { title: t('rules.name'), dataIndex: 'name', width: 240 },
              { title: t('rules.limit'), dataIndex: 'limit', width: 170 },
              { title: t('rules.from'), dataIndex: 'from', width: 170 },
              { title: t('rules.source'), render: (_, one) => <>{[one.source, one.article].filter(Boolean).join(' ')} <Tag>{t(`rules.MARK.${one.mark}`, { defaultValue: one.mark })}</Tag></> },
              { title: t('rules.region'), dataIndex: 'region', width: 90, render: (code: string | null) => code ?? t('rules.everywhere') },
              { title: t('rules.valid'), width: 170, render: (_, one) => `${one.validFrom} ${t('rules.until')} ${one.validTo ?? t('rules.open')}` },
              ...(admin ? [{ title: '', width: 80, render: (_: unknown, one: Rule) => <Button size="small" type="link" onClick={() => setChanging(one)} data-testid="change-rule">{t('rules.change')}</Button> }] : []),
            ]} />)}
        </section>
        <section className="panel panel-flush">
          <div className="panel-head"><h2>{t('rules.packs')}</h2></div>
          <Table<Pack> size="small" rowKey="version" dataSource={packs.data?.items ?? []} pagination={false} scroll={{ x: 640 }} columns={[
            { title: t('rules.version'), render: (_, one) => <>{one.version} {one.inForce && <Tag color="blue">{t('rules.inForce')}</Tag>}</> },
            { title: t('rules.count'), dataIndex: 'rules', width: 80, align: 'right' },
            { title: t('calendar.loaded'), width: 220, render: (_, one) => `${formatDateTime(one.loadedAt)} ${one.loadedBy}` },
            { title: t('rules.applied'), width: 260, render: (_, one) => (one.appliedAt ? t('rules.appliedDone', { flagged: one.flagged, moved: one.moved }) : t('calendar.recomputing')) },
          ]} />
        </section>
      </div>
      {changing === 'file' && <UploadPack onClose={() => setChanging(null)} />}
      {changing && changing !== 'file' && <ChangeRule rule={changing} onClose={() => setChanging(null)} />}
      {deciding && (
        <ActDrawer title={t(`calendar.${deciding.act}`)} hint={deciding.one.changes.join('；')} url={`/api/policy-packs/proposals/${deciding.one.id}/${deciding.act}`} testId="form-decide-pack" invalidate={CHANGED} onClose={() => setDeciding(null)}>
          <LongTextField path="opinion" label={t('calendar.opinion')} required={deciding.act === 'reject'} />
        </ActDrawer>
      )}
    </div>
  )
}

const UNITS = ['HOUR', 'CALENDAR_DAY', 'WORKING_DAY', 'MONTH'] as const

function ChangeRule({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useTranslation('work-calendar')
  const { today } = useClock()
  const shape = (values: FormValues) => {
    const { version, reason, ...row } = values
    return { version, reason, rules: [{ ...row, id: rule.id }] }
  }
  return (
    <ActDrawer title={t('rules.changeOf', { name: rule.name })} hint={t('rules.changeHint')} url="/api/policy-packs/propose" testId="form-change-rule" shape={shape} invalidate={CHANGED} done={t('rules.proposedText')} onClose={onClose}
      initial={{ amount: rule.amount, unit: rule.unit, region: rule.region, source: rule.source, article: rule.article, mark: 'P', validFrom: today, rollForward: rule.rollForward }}>
      <div className="form-row"><NumberField path="amount" label={t('rules.amount')} min={-10000} precision={0} required /><SelectField path="unit" label={t('rules.unit')} required choices={UNITS.map((value) => ({ value, label: t(`rules.UNIT.${value}`) }))} /></div>
      <Field path="region" label={t('rules.region')} extra={t('rules.regionHint')}><RegionInput testId="field-region" /></Field>
      <div className="form-row"><DateField path="validFrom" label={t('rules.validFrom')} required /><DateField path="validTo" label={t('rules.validTo')} /></div>
      <TextField path="source" label={t('rules.source')} required maxLength={500} />
      <div className="form-row"><TextField path="article" label={t('rules.article')} /><SelectField path="mark" label={t('rules.mark')} choices={['V', 'V2', 'U', 'P'].map((value) => ({ value, label: t(`rules.MARK.${value}`) }))} /></div>
      <TextField path="version" label={t('rules.newVersion')} required maxLength={60} />
      <LongTextField path="reason" label={t('rules.reason')} required />
    </ActDrawer>
  )
}

function UploadPack({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('work-calendar')
  const [pack, setPack] = useState<object | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const look = useMutation({ mutationFn: (form: object) => previewPack({ pack: form }) })
  const choose = async (file: File | undefined) => {
    if (!file) return
    try {
      const read = JSON.parse(await file.text()) as object
      setUnreadable(false)
      setPack(read)
      look.mutate(read)
    } catch {
      setPack(null)
      setUnreadable(true)
    }
  }
  return (
    <ActDrawer title={t('rules.upload')} hint={t('rules.uploadHint')} url="/api/policy-packs/propose" testId="form-upload-pack" shape={(values) => ({ ...values, pack })} invalidate={CHANGED} done={t('rules.proposedText')} onClose={onClose}>
      <label className="file-button">{t('rules.choose')}<input type="file" accept="application/json,.json" onChange={(event) => void choose(event.target.files?.[0])} data-testid="pack-file" /></label>
      {unreadable && <Alert className="form-note" type="error" showIcon title={t('rules.unreadable')} />}
      <ProblemAlert error={look.error} />
      {look.data && <Alert className="form-note" type="info" title={t('rules.previewTitle', { version: look.data.packVersion, count: look.data.changes.length, open: look.data.openDeadlines })} description={<ul className="plain-list small">{look.data.changes.map((one) => <li key={one}>{one}</li>)}</ul>} />}
      <LongTextField path="reason" label={t('rules.reason')} required />
    </ActDrawer>
  )
}
