import { DeleteOutlined, FilePdfOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { FileButton, fileProblem } from '@/shared/ui/evidence-field'
import { deletePhoto, putPhoto, type StoredPhoto } from '../offline/photo-store'

interface Props { draftId: string; photos: StoredPhoto[]; onChange: (photos: StoredPhoto[]) => void }

function Photo({ photo, onRemove }: { photo: StoredPhoto; onRemove: () => void }) {
  const { t } = useTranslation('shared')
  const address = useMemo(() => (photo.type.startsWith('image/') ? URL.createObjectURL(photo.blob) : null), [photo])
  useEffect(() => () => { if (address) URL.revokeObjectURL(address) }, [address])
  return (
    <li className="report-photo" data-testid="evidence-item">
      {address ? <img src={address} alt={photo.name} /> : <span className="report-file"><FilePdfOutlined /> {photo.name}</span>}
      <Button shape="circle" icon={<DeleteOutlined />} aria-label={t('evidence.remove', { name: photo.name })} onClick={onRemove} />
    </li>
  )
}

/** Camera first. What is taken is stored on this machine at once and sent with the report. */
export function ReportPhotos({ draftId, photos, onChange }: Props) {
  const { t } = useTranslation('shared')
  const { message } = App.useApp()
  const { now } = useClock()
  const add = async (files: FileList | null) => {
    const added: StoredPhoto[] = []
    for (const file of Array.from(files ?? [])) {
      const wrong = fileProblem(file)
      if (wrong) { void message.error(`${file.name}：${t(`evidence.${wrong}`)}`); continue }
      const photo: StoredPhoto = { id: crypto.randomUUID(), draftId, name: file.name, type: file.type, takenAt: new Date(now).toISOString(), blob: file }
      await putPhoto(photo)
      added.push(photo)
    }
    if (added.length > 0) onChange([...photos, ...added])
  }
  return (
    <div className="report-photos" data-testid="field-evidence">
      <div className="report-camera">
        <FileButton capture large label={t('evidence.camera')} testId="field-evidence-camera" onFiles={(files) => void add(files)} />
        <FileButton label={t('evidence.choose')} testId="field-evidence-input" onFiles={(files) => void add(files)} />
      </div>
      <ul className="report-photo-list">
        {photos.map((photo) => (
          <Photo key={photo.id} photo={photo} onRemove={() => { void deletePhoto(photo.id); onChange(photos.filter((one) => one.id !== photo.id)) }} />
        ))}
      </ul>
    </div>
  )
}
