import { FileTextOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { formatDate } from '@/shared/format/dates'
import type { CaseDocument } from '@/shared/matters/case'

export function DocumentsPanel({ documents }: { documents: CaseDocument[] }) {
  const { t } = useTranslation('case-file')
  if (documents.length === 0) return <p className="muted panel-empty">{t('documents.none')}</p>
  return (
    <ul className="plain-list doc-list">
      {documents.map((one) => (
        <li key={one.id} data-testid="document" data-kind={one.kind}>
          <a href={`/api/documents/${one.id}/html`} target="_blank" rel="noopener" className={one.state === 'VOID' ? 'void' : ''}>
            <FileTextOutlined /> {one.kindName ?? one.title}
          </a>
          <span className="muted small">{one.number ?? t('documents.unnumbered')} <a href={`/api/documents/${one.id}/docx`} className="no-print" aria-label={t('documents.word', { title: one.kindName ?? one.title })} data-testid="document-docx">Word</a></span>
          <span className="muted small">
            {t(`documents.STATE.${one.state}`, { defaultValue: one.state })}
            {one.servedAt ? ` ${t('documents.served', { at: formatDate(one.servedAt) })}` : one.issuedAt ? ` ${t('documents.issued', { at: formatDate(one.issuedAt) })}` : ''}
          </span>
          {one.service && (
            <span className="muted small" data-testid="document-service">
              {[t('documents.by', { mode: one.service.modeName, receiver: one.service.receiver }), one.service.refused ? t('documents.refused') : null, one.service.note, one.service.proof].filter(Boolean).join('；')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
