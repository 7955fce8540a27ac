import { CameraOutlined, DeleteOutlined, FilePdfOutlined, LoadingOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useContext, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { Problem } from '@/shared/http/problem'
import { uploadFile } from '@/shared/http/upload'
import type { FileRef } from '@/shared/matters/hazard'
import { Field, pathText, ReadOnlyContext, type Path } from './form-fields'

export const ACCEPTED = 'image/jpeg,image/png,image/webp,application/pdf'
const MAX_BYTES = 20 * 1024 * 1024

/** What the form keeps of an uploaded file; only id and hash are sent. */
export interface Evidence extends FileRef { name: string; contentType: string }

interface Pending { key: string; file: File; failed: string | null }

export const toFileRefs = (value: unknown): FileRef[] =>
  Array.isArray(value) ? (value as Evidence[]).map(({ attachmentId, sha256 }) => ({ attachmentId, sha256 })) : []

/** Refused before anything is sent; the server checks the content again. */
export function fileProblem(file: File): 'tooLarge' | 'wrongType' | null {
  if (file.size > MAX_BYTES) return 'tooLarge'
  return ACCEPTED.split(',').includes(file.type) ? null : 'wrongType'
}

interface InputProps { value?: Evidence[]; onChange?: (value: Evidence[]) => void; testId: string }

/** Camera first on a phone; every file is uploaded at once, unbound, and bound by the act. */
export function EvidenceInput({ value = [], onChange, testId }: InputProps) {
  const { t } = useTranslation('shared')
  const readOnly = useContext(ReadOnlyContext)
  const { now } = useClock()
  const [pending, setPending] = useState<Pending[]>([])
  const current = useRef(value)
  current.current = value

  const send = async (one: Pending) => {
    setPending((list) => [...list.filter((other) => other.key !== one.key), { ...one, failed: null }])
    try {
      const stored = await uploadFile(one.file, one.file.name, new Date(now).toISOString())
      current.current = [...current.current, { attachmentId: stored.id, sha256: stored.sha256, name: one.file.name, contentType: stored.contentType }]
      onChange?.(current.current)
      setPending((list) => list.filter((other) => other.key !== one.key))
    } catch (error) {
      const reason = error instanceof Problem && !error.isOffline ? error.detail || error.title : t('status.offline')
      setPending((list) => list.map((other) => (other.key === one.key ? { ...other, failed: reason } : other)))
    }
  }

  const add = (files: FileList | null) => {
    for (const file of Array.from(files ?? [])) {
      const one = { key: crypto.randomUUID(), file, failed: null }
      const wrong = fileProblem(file)
      if (wrong) setPending((list) => [...list, { ...one, failed: t(`evidence.${wrong}`) }])
      else void send(one)
    }
  }

  return (
    <div className="evidence" data-testid={testId}>
      <div className="evidence-buttons">
        {!readOnly && <FileButton capture label={t('evidence.camera')} testId={`${testId}-camera`} onFiles={add} />}
        {!readOnly && <FileButton label={t('evidence.choose')} testId={`${testId}-input`} onFiles={add} />}
        {value.length > 0 && <span className="muted">{t('evidence.count', { count: value.length })}</span>}
      </div>
      <ul className="evidence-list">
        {value.map((file) => (
          <li key={file.attachmentId} data-testid="evidence-item">
            {file.contentType === 'application/pdf'
              ? <FilePdfOutlined className="evidence-thumb" />
              : <img className="evidence-thumb" src={`/api/attachments/${file.attachmentId}/thumbnail`} alt={file.name} />}
            <span className="evidence-name">{file.name}</span>
            {!readOnly && <Button type="text" icon={<DeleteOutlined />} aria-label={t('evidence.remove', { name: file.name })}
              onClick={() => onChange?.(value.filter((other) => other.attachmentId !== file.attachmentId))} />}
          </li>
        ))}
        {pending.map((one) => (
          <li key={one.key} className={one.failed ? 'evidence-failed' : ''}>
            {one.failed ? <PaperClipOutlined className="evidence-thumb" /> : <LoadingOutlined className="evidence-thumb" />}
            <span className="evidence-name">{one.file.name}<span className="muted"> {one.failed ?? t('evidence.uploading')}</span></span>
            {one.failed && fileProblem(one.file) === null && (
              <Button type="text" icon={<ReloadOutlined />} onClick={() => void send(one)}>{t('evidence.failedRetry')}</Button>
            )}
            {one.failed && (
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('evidence.remove', { name: one.file.name })}
                onClick={() => setPending((list) => list.filter((other) => other.key !== one.key))} />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FileButtonProps { label: string; testId: string; capture?: boolean; large?: boolean; onFiles: (files: FileList | null) => void }

export function FileButton({ label, testId, capture = false, large = false, onFiles }: FileButtonProps) {
  return (
    <label className={`file-button${large ? ' file-button-large' : ''}`}>
      {capture ? <CameraOutlined /> : <PaperClipOutlined />}
      <span>{label}</span>
      <input
        type="file"
        accept={capture ? 'image/*' : ACCEPTED}
        multiple={!capture}
        {...(capture ? { capture: 'environment' as const } : {})}
        data-testid={testId}
        onChange={(event) => { onFiles(event.target.files); event.target.value = '' }}
      />
    </label>
  )
}

export function EvidenceField({ path, listName, label, required, extra }: { path: Path; listName?: (string | number)[]; label: string; required?: boolean; extra?: React.ReactNode }) {
  return (
    <Field path={path} {...(listName ? { listName } : {})} label={label} required={required ?? false} extra={extra}>
      <EvidenceInput testId={`field-${pathText(path)}`} />
    </Field>
  )
}
