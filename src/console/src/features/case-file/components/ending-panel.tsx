import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import type { Case } from '@/shared/matters/case'

/** How the case ended otherwise than by rectification, where it was routed to, and what the look-back found. */
export const hasEnding = (hazard: Case): boolean => Boolean(hazard.closeReason ?? hazard.closure ?? hazard.routing ?? hazard.lookBack)

export function EndingPanel({ hazard }: { hazard: Case }) {
  const { t } = useTranslation('case-file')
  const { closure, routing, lookBack } = hazard
  return (
    <div className="case-measures" data-testid="ending">
      {hazard.closeReason && <p data-testid="close-reason">{hazard.closeReason}</p>}
      {closure && (
        <article className="case-measure" data-testid="closure">
          <h3>{closure.groundName}　<span className="muted small">{formatDate(closure.happenedOn)}</span></h3>
          <p>{closure.reason}</p>
          <p className="small">{[closure.authority, closure.referenceNumber, closure.newRegionName, closure.newUnitName, closure.newPlace].filter(Boolean).join('　')}</p>
          <p className="muted small">{t('ending.decided', { officer: closure.officerName, approver: closure.approverName, at: formatDateTime(closure.closedAt) })}</p>
        </article>
      )}
      {routing && (
        <article className="case-measure" data-testid="routing">
          <h3>{t(routing.kind === 'COPY' ? 'ending.copied' : 'ending.transferred', { department: routing.departmentName })}　{routing.receivedAt
            ? <Tag color="green">{t('measures.received', { name: routing.receivedByName, at: formatDateTime(routing.receivedAt) })}</Tag>
            : <Tag color="gold">{t('measures.unreceived')}</Tag>}</h3>
          <p>{routing.reason}</p>
          <p className="muted small">{routing.routedByName}　{formatDateTime(routing.routedAt)}{routing.receiptNote ? `　${routing.receiptNote}` : ''}</p>
        </article>
      )}
      {lookBack && (
        <article className="case-measure" data-testid="look-back">
          <h3>{t('ending.lookBack')}　{lookBack.result
            ? <Tag color={lookBack.result === 'HOLDS' ? 'green' : 'red'}>{t(`ending.RESULT.${lookBack.result}`)}</Tag>
            : <Tag>{t('ending.window', { from: formatDate(lookBack.opensOn), to: formatDate(lookBack.closesOn) })}</Tag>}</h3>
          {lookBack.text && <p>{lookBack.text}</p>}
          {lookBack.checkedAt && <p className="muted small">{[lookBack.firstInspectorName, lookBack.secondInspectorName].filter(Boolean).join('、')}　{formatDateTime(lookBack.checkedAt)}</p>}
          {lookBack.newMatterId && <p><Link to={`/hazards/${lookBack.newMatterId}`}>{t('ending.foundAgain')}</Link></p>}
          <p className="muted small">{lookBack.reason}</p>
        </article>
      )}
    </div>
  )
}
