import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import type { Case, HazardReport, Seizure } from '@/shared/matters/case'

/** Reports with their receipts, emergency measures and seizures; nothing of it, no panel. */
export const hasMeasures = (hazard: Case): boolean =>
  (hazard.hazardReports?.length ?? 0) + (hazard.emergencyMeasures?.length ?? 0) + (hazard.seizures?.length ?? 0) > 0

export function MeasuresPanel({ hazard }: { hazard: Case }) {
  const { t } = useTranslation('case-file')
  return (
    <div className="case-measures" data-testid="measures">
      {hazard.seizures?.map((one) => <SeizureView key={one.id} seizure={one} />)}
      {hazard.emergencyMeasures?.map((one) => (
        <article className="case-measure" key={one.takenAt + one.text}>
          <h3>{t('measures.emergency')}　<span className="muted small">{formatDateTime(one.takenAt)}　{one.takenBy}</span></h3>
          <p>{one.text}</p>
          <p className="muted small">{one.supplementedAt ? t('measures.supplemented', { at: formatDateTime(one.supplementedAt) }) : t('measures.unsupplemented')}</p>
        </article>
      ))}
      {hazard.hazardReports?.map((one) => <ReportView key={one.serial} report={one} />)}
    </div>
  )
}

function SeizureView({ seizure }: { seizure: Seizure }) {
  const { t } = useTranslation('case-file')
  return (
    <article className="case-measure" data-testid="seizure">
      <h3>
        {seizure.kindName}　
        {seizure.releasedAt ? <Tag>{t('measures.released', { at: formatDate(seizure.releasedAt) })}</Tag> : <Tag color="red">{t('measures.until', { date: formatDate(seizure.until) })}</Tag>}
        {seizure.clockStopped && <Tag color="gold">{t('measures.stopped')}</Tag>}
        {seizure.extendedAt && <Tag>{t('measures.extended')}</Tag>}
      </h3>
      <ul className="plain-list">
        {seizure.objects.map((one, index) => <li key={index}>{one.name}　{one.quantity}{one.unit}　<span className="muted">{one.description}</span></li>)}
      </ul>
      <p className="small">{seizure.reason}</p>
      <p className="muted small">{t('measures.by', { inspectors: seizure.inspectorNames, approver: seizure.approverName, at: formatDateTime(seizure.decidedAt), place: seizure.keptAt })}</p>
      {seizure.releasedAt && <p className="muted small">{seizure.releaseGroundName}　{seizure.releaseNote}</p>}
    </article>
  )
}

function ReportView({ report }: { report: HazardReport }) {
  const { t } = useTranslation('case-file')
  return (
    <article className="case-measure" data-testid="hazard-report">
      <h3>{report.kindName}　<span className="muted small">{report.reportedByName}　{formatDateTime(report.reportedAt)}{report.triggerName ? `　${report.triggerName}` : ''}</span></h3>
      <p>{report.situation}</p>
      {report.governmentReason && <p className="small">{t(report.toGovernment ? 'measures.why' : 'measures.whyNot', { reason: report.governmentReason })}</p>}
      <ul className="plain-list">
        {report.recipients.map((one) => (
          <li key={one.id} data-testid="recipient">
            {one.departmentName}<span className="muted small">（{one.roleName}）　</span>
            {one.receivedAt
              ? <Tag color="green">{t('measures.received', { name: one.receivedByName, at: formatDateTime(one.receivedAt) })}</Tag>
              : <Tag color="gold">{t('measures.unreceived')}</Tag>}
          </li>
        ))}
      </ul>
    </article>
  )
}
