import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import { formatMoney } from '@/shared/format/numbers'
import type { Case } from '@/shared/matters/case'

interface Line { at: string; key: string; head: ReactNode; body: ReactNode }

/** Progress, extensions, reports and re-inspections, newest first: what was done and what was found. */
export function RectificationRecords({ hazard, title }: { hazard: Case; title: string }) {
  const { t } = useTranslation('rectification')
  const lines: Line[] = [
    ...hazard.progress.map((one, index): Line => ({ at: one.at, key: `p${index}`, head: t('records.progress', { name: one.personName ?? '' }), body: one.text })),
    ...hazard.extensions.map((one): Line => ({
      at: one.requestedAt,
      key: one.id,
      head: <>{t('records.extension', { name: one.requestedByName })}<b> {t(`records.EXTENSION.${one.state}`, { defaultValue: one.state })}</b></>,
      body: (
        <>
          <div>{t('records.asked', { from: formatDate(one.oldDate), to: formatDate(one.newDate), reason: one.reason })}</div>
          {one.decidedByName && <div>{t('records.decided', { name: one.decidedByName, date: one.grantedDate ? formatDate(one.grantedDate) : '', reason: one.decisionReason ?? '' })}</div>}
        </>
      ),
    })),
    ...hazard.reports.map((one): Line => ({
      at: one.submittedAt,
      key: `r${one.serial}`,
      head: <>{t('records.report', { serial: one.serial, name: one.submittedByName, funds: formatMoney(one.fundsSpent) })}{one.late && <b className="error-text"> {t('records.late')}</b>}</>,
      body: (
        <>
          <div>{one.text}</div>
          <ul className="plain-list">{one.items.map((item, index) => <li key={index}>{item.measure}<span className="muted small">　{formatDate(item.doneDate)}　{item.note}</span></li>)}</ul>
        </>
      ),
    })),
    ...hazard.reinspections.map((one): Line => ({
      at: one.at,
      key: `i${one.serial}`,
      head: (
        <>
          {t('records.reinspection', { serial: one.serial, method: t(`command.reinspect.METHOD.${one.method}`, { defaultValue: one.method }), first: one.firstInspectorName, second: one.secondInspectorName })}
          <b className={one.result === 'PASSED' ? 'ok' : 'error-text'}> {t(`command.reinspect.RESULT.${one.result}`, { defaultValue: one.result })}</b>
          {one.newDeadline && <span> {t('records.newDeadline', { date: formatDate(one.newDeadline) })}</span>}
        </>
      ),
      body: (
        <ul className="plain-list">
          {one.items.map((item, index) => (
            <li key={index}>
              <span className={item.passed ? 'ok' : 'error-text'}>{item.passed ? <CheckOutlined /> : <CloseOutlined />} {t(item.passed ? 'command.reinspect.pass' : 'command.reinspect.fail')}</span> {item.item}
              <span className="muted small">　{item.note}</span>
            </li>
          ))}
        </ul>
      ),
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))
  if (lines.length === 0) return null
  return (
    <section className="panel" data-testid="rectification-records">
      <h2>{title}</h2>
      <ol className="records">
        {lines.map((one) => (
          <li key={one.key}>
            <time dateTime={one.at} className="muted number">{formatDateTime(one.at)}</time>
            <div><div>{one.head}</div><div>{one.body}</div></div>
          </li>
        ))}
      </ol>
    </section>
  )
}
