import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useClock } from '@/shared/clock/clock'
import { formatDateTime } from '@/shared/format/dates'
import { useSession } from '@/shared/session/session'
import { ActDrawer } from '@/shared/ui/act-drawer'
import { LongTextField } from '@/shared/ui/form-fields'
import { PageHead } from '@/shared/ui/page-head'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { useCorrections, useEditions, useYear, type Correction, type Day, type Edition } from '../api/calendar'
import { ImportYear } from './import-year'


function Month({ month, days, today }: { month: number; days: Day[]; today: string }) {
  const { t } = useTranslation('work-calendar')
  const first = days[0]
  const lead = first ? (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0
  return (
    <section className="month">
      <h3>{t('calendar.month', { month })}<span className="muted small"> {t('calendar.workingDays', { count: days.filter((one) => one.working).length })}</span></h3>
      <ol className="month-grid">
        {t('calendar.week').split('').map((name, index) => <li key={`w${index}`} className="month-week">{name}</li>)}
        {Array.from({ length: lead }, (_, index) => <li key={`x${index}`} aria-hidden />)}
        {days.map((one) => (
          <li key={one.date} className={`day day-${one.kind.toLowerCase().replaceAll('_', '-')}${one.working ? '' : ' day-off'}${one.date === today ? ' day-today' : ''}`} title={`${one.date} ${one.reason}`} data-testid="calendar-day" data-kind={one.kind}>
            {Number(one.date.slice(8))}
            {mark(one) && <span className="day-mark">{t(mark(one))}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

const mark = (day: Day): string => (day.working && isWeekend(day) ? 'calendar.markWork' : !day.working && !isWeekend(day) ? 'calendar.markOff' : '')
const isWeekend = (day: Day) => { const at = new Date(`${day.date}T00:00:00Z`).getUTCDay(); return at === 0 || at === 6 }

/** The year as the calendar in force reads it: what counts, what does not, and why. */
export default function CalendarPage() {
  const { t } = useTranslation(['work-calendar', 'shared'])
  const { today } = useClock()
  const { user } = useSession()
  const navigate = useNavigate()
  const year = Number(useParams().year ?? today.slice(0, 4))
  const found = useYear(year)
  const editions = useEditions()
  const official = user.roles.some((role) => role !== 'enterprise-user' && role !== 'designer')
  const corrections = useCorrections(official)
  const [importing, setImporting] = useState(false)
  const [deciding, setDeciding] = useState<{ one: Correction; act: 'approve' | 'reject' } | null>(null)
  const admin = user.roles.includes('administrator')
  const decides = admin || user.roles.includes('approver')
  const go = (next: number) => void navigate(`/calendar/${next}`)
  return (
    <div className="page">
      <PageHead title={t('calendar.title')} sub={found.data ? t('calendar.sub', { year, days: found.data.workingDays }) : undefined}>
        <span className="year-nav">
          <Button icon={<LeftOutlined />} onClick={() => go(year - 1)} aria-label={t('calendar.previous')} />
          <b>{year}</b>
          <Button icon={<RightOutlined />} onClick={() => go(year + 1)} aria-label={t('calendar.next')} data-testid="next-year" />
        </span>
        {admin && <Button type="primary" onClick={() => setImporting(true)} data-testid="import-year">{t('calendar.import')}</Button>}
      </PageHead>
      {found.isPending && <Loading rows={12} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <div className="register-stack">
          {!found.data.covered && <div className="consequence">{t('calendar.provisional', { year })}</div>}
          <section className="panel">
            <p className="legend small"><span className="day day-off">1</span>{t('calendar.legendOff')}<span className="day">1</span>{t('calendar.legendWork')}<span className="day"><span className="day-mark">{t('calendar.markWork')}</span>1</span>{t('calendar.legendMakeUp')}<span className="muted">{found.data.notice}</span></p>
            <div className="year-grid">
              {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
                <Month key={month} month={month} today={today} days={found.data.days.filter((one) => Number(one.date.slice(5, 7)) === month)} />
              ))}
            </div>
          </section>
          {(corrections.data?.items.length ?? 0) > 0 && (
            <section className="panel panel-flush">
              <div className="panel-head"><h2>{t('calendar.corrections')}</h2></div>
              <ul className="plain-list register-cards">
                {corrections.data?.items.map((one) => (
                  <li key={one.id}>
                    <div className="card-line"><b>{t('calendar.correctionOf', { year: one.year })}</b><span>{t(`calendar.STATE.${one.state}`, { defaultValue: one.state })}</span></div>
                    <div className="small">{one.changes}</div>
                    <div className="small muted">{t('calendar.proposed', { name: one.proposedBy, at: formatDateTime(one.proposedAt), reason: one.reason })}{one.decidedBy && `；${t('calendar.decided', { name: one.decidedBy, opinion: one.opinion ?? '' })}`}</div>
                    {one.state === 'PROPOSED' && decides && <div className="row-acts"><Button size="small" type="primary" onClick={() => setDeciding({ one, act: 'approve' })}>{t('calendar.approve')}</Button><Button size="small" onClick={() => setDeciding({ one, act: 'reject' })}>{t('calendar.reject')}</Button></div>}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="panel panel-flush">
            <div className="panel-head"><h2>{t('calendar.editions')}</h2></div>
            <Table<Edition> size="small" rowKey="key" pagination={false} dataSource={editions.data?.items ?? []} scroll={{ x: 760 }} columns={[
              { title: t('calendar.year'), dataIndex: 'year', width: 70 },
              { title: t('calendar.revision'), dataIndex: 'revision', width: 60 },
              { title: t('calendar.notice'), dataIndex: 'notice' },
              { title: t('calendar.loaded'), width: 200, render: (_, one) => `${formatDateTime(one.loadedAt)} ${one.loadedBy}` },
              { title: t('calendar.recomputed'), width: 220, render: (_, one) => (one.recomputedAt ? t('calendar.recomputedDone', { checked: one.checked, moved: one.moved }) : t('calendar.recomputing')) },
            ]} />
          </section>
        </div>
      )}
      {importing && found.data && <ImportYear current={found.data} onClose={() => setImporting(false)} />}
      {deciding && (
        <ActDrawer title={t(`calendar.${deciding.act}`)} hint={deciding.one.changes} url={`/api/calendar/corrections/${deciding.one.id}/${deciding.act}`} testId="form-decide-correction" invalidate={['calendar', 'calendar-corrections', 'calendar-editions']} onClose={() => setDeciding(null)}>
          <LongTextField path="opinion" label={t('calendar.opinion')} required={deciding.act === 'reject'} />
        </ActDrawer>
      )}
    </div>
  )
}
