import { CheckCircleFilled, CloudUploadOutlined } from '@ant-design/icons'
import { Alert, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDateTime } from '@/shared/format/dates'
import { instantOf } from '@/shared/format/values'
import type { useOutbox } from '../offline/outbox'
import type { ReportDraft } from '../offline/report-draft'

interface Props { outbox: ReturnType<typeof useOutbox>; onEdit: (draft: ReportDraft) => void }

/** What has arrived, with both times, and what still waits for the network or for a correction. */
export function OutboxPanel({ outbox, onEdit }: Props) {
  const { t } = useTranslation('hazards')
  const scene = (local: string) => formatDateTime(instantOf(local))
  return (
    <div className="outbox" aria-live="polite">
      {outbox.sent.map((one) => (
        <Alert key={one.matterId} type="success" showIcon icon={<CheckCircleFilled />} data-testid="report-received" title={t('form.received')}
          description={<><div>{one.text}</div><div>{t('form.receivedBody', { found: scene(one.foundAt), received: formatDateTime(one.receivedAt) })}</div></>}
          action={<Link to={`/hazards/${one.matterId}`} data-testid="open-reported">{t('form.openCase')}</Link>} />
      ))}
      {outbox.items.length > 0 && (
        <Alert type="warning" showIcon icon={<CloudUploadOutlined />} data-testid="report-queued" title={t('form.queuedTitle', { count: outbox.items.length })}
          action={<Button size="small" loading={outbox.sending} onClick={() => void outbox.flush()}>{t('form.sendNow')}</Button>}
          description={
            <ul className="plain-list">
              {outbox.items.map((one) => (
                <li key={one.draft.id} data-testid="queued-item">
                  <div>{one.draft.text}</div>
                  {one.refused === undefined
                    ? <div className="muted small">{t('form.queuedBody', { found: scene(one.draft.foundAt) })}</div>
                    : <div className="error-text">{t('form.refused', { reason: one.refused })}</div>}
                  {one.refused !== undefined && <Button size="small" onClick={() => { outbox.take(one.draft.id); onEdit(one.draft) }}>{t('form.edit')}</Button>}{' '}
                  <Popconfirm title={t('form.dropConfirm')} onConfirm={() => void outbox.drop(one.draft.id)}><Button size="small" danger type="text">{t('form.drop')}</Button></Popconfirm>
                </li>
              ))}
            </ul>
          } />
      )}
    </div>
  )
}
