import { FilePdfOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '@/shared/format/dates'
import type { CaseAttachment } from '@/shared/matters/case'

const KINDS = ['EVIDENCE', 'BEFORE', 'AFTER'] as const

/** What was found, before, after — side by side; one lightbox over all of them. */
export function PhotosPanel({ attachments }: { attachments: CaseAttachment[] }) {
  const { t } = useTranslation('case-file')
  if (attachments.length === 0) return <p className="muted panel-empty">{t('photos.none')}</p>
  return (
    <Image.PreviewGroup>
      <div className="photo-columns">
        {KINDS.map((kind) => {
          const files = attachments.filter((one) => one.kind === kind)
          if (files.length === 0) return null
          return (
            <section key={kind} data-testid={`photos-${kind}`}>
              <h3>{t(`photos.${kind}`)} <span className="muted small">{files.length}</span></h3>
              <div className="photos">
                {files.map((one) => one.contentType.startsWith('image/') ? (
                  <figure key={one.id} data-testid="photo">
                    <Image src={`/api/attachments/${one.id}/thumbnail`} preview={{ src: `/api/attachments/${one.id}` }} alt={one.name} width={112} height={84} />
                    <figcaption className="muted small">{t('photos.meta', { at: one.takenAt ? formatDateTime(one.takenAt).slice(5) : '', by: one.uploadedByName ?? '' })}</figcaption>
                  </figure>
                ) : (
                  <a key={one.id} href={`/api/attachments/${one.id}`} target="_blank" rel="noopener" className="photo-file"><FilePdfOutlined /> {one.name}</a>
                ))}
              </div>
            </section>
          )
        })}
      </div>
    </Image.PreviewGroup>
  )
}
