import { InboxOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ErrorState } from '@/shared/ui/page-states'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { DownloadButton } from '@/shared/ui/download-button'
import { useIsPhone } from '@/shared/ui/use-media'
import { useImportKinds } from '../api/list-kinds'
import { useUploadWorkbook } from '../api/upload-workbook'

/** What kind of sheet, then the file: dropped here or chosen. */
export function UploadPanel() {
  const { t } = useTranslation('spreadsheets')
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const kinds = useImportKinds()
  const upload = useUploadWorkbook()
  const [kind, setKind] = useState('hazards')
  const [isOver, setOver] = useState(false)
  const send = (file: File | null | undefined) => {
    if (file && !upload.isPending) upload.mutate({ kind, file }, { onSuccess: (one) => void navigate(`/imports/${one.id}`) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    send(event.dataTransfer.files[0])
  }
  if (kinds.isError) return <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />
  const options = (kinds.data ?? []).map((one) => ({ value: one.kind, label: one.name }))
  return (
    <section className="panel import-upload">
      <div className="import-kind">
        <span>{t('kind')}</span>
        {isPhone
          ? <Select options={options} value={kind} onChange={setKind} className="import-kind-select" aria-label={t('kind')} />
          : <Segmented options={options} value={kind} onChange={setKind} data-testid="import-kind" />}
        <DownloadButton path={`/api/spreadsheets/templates/${kind}`} type="link" testId="import-template">{t('template')}</DownloadButton>
      </div>
      <ProblemAlert error={upload.error} />
      <label className={isOver ? 'import-drop import-drop-over' : 'import-drop'} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop} data-testid="import-drop">
        <InboxOutlined aria-hidden />
        <b>{upload.isPending ? t('uploading') : t('drop')}</b>
        <span className="muted small">{t('dropHint')}</span>
        <input type="file" accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" disabled={upload.isPending} data-testid="import-file"
          onChange={(event) => { send(event.target.files?.[0]); event.target.value = '' }} />
        <Button type="primary" loading={upload.isPending} tabIndex={-1} className="import-choose">{t('choose')}</Button>
      </label>
    </section>
  )
}
