import { useCallback, useEffect, useRef, useState } from 'react'
import { i18n } from '@/shared/i18n/i18n'
import { Problem } from '@/shared/http/problem'
import { uploadFile } from '@/shared/http/upload'
import type { FileRef } from '@/shared/matters/hazard'
import { readDraft, writeDraft } from '@/shared/ui/use-draft'
import { readReceivedAt } from '../api/read-received-at'
import { reportHazard } from '../api/report-hazard'
import { deletePhotosOf, photosOf } from './photo-store'
import { toReport, type ReportDraft } from './report-draft'

export interface Queued {
  draft: ReportDraft
  queuedAt: string
  /** Photos already with the server; a second attempt sends only the rest. */
  uploaded: Record<string, FileRef>
  /** The register said no; a person must correct it. */
  refused?: string
}

export interface Sent { matterId: string; text: string; foundAt: string; receivedAt: string }

const isUnreachable = (error: unknown) => error instanceof Problem && (error.isOffline || error.status >= 502 || error.status === 401)

/** The sentence of the refusal and what each field should have been. */
export function refusalWords(error: unknown): string {
  if (!(error instanceof Problem)) return String(error)
  const fields = error.errors.map((one) => [one.expected, one.actual].filter(Boolean).join(i18n.t('shared:comma')))
  return [error.detail || error.title, ...fields].filter(Boolean).join(i18n.t('shared:semicolon'))
}

/** Uploads the photos and then the report; throws what the server said. Progress is kept after every photo. */
export async function sendQueued(item: Queued, keep: (item: Queued) => void): Promise<Sent> {
  let current = item
  for (const photo of await photosOf(item.draft.id)) {
    if (current.uploaded[photo.id]) continue
    const stored = await uploadFile(photo.blob, photo.name, photo.takenAt)
    current = { ...current, uploaded: { ...current.uploaded, [photo.id]: { attachmentId: stored.id, sha256: stored.sha256 } } }
    keep(current)
  }
  const receipt = await reportHazard(toReport(current.draft, Object.values(current.uploaded)))
  await deletePhotosOf(item.draft.id)
  // It has arrived; that its own time could not be read back must not look like a failure.
  const receivedAt = await readReceivedAt(receipt.matterId).catch(() => '')
  return { matterId: receipt.matterId, text: item.draft.text ?? '', foundAt: item.draft.foundAt, receivedAt }
}

/** Reports waiting for the network, per person; tried when one is added, when the network comes back and once a minute. */
export function useOutbox(userName: string, now: () => number) {
  const key = `outbox:${userName}`
  const [items, setItems] = useState<Queued[]>(() => readDraft<Queued[]>(key)?.value ?? [])
  const [sent, setSent] = useState<Sent[]>([])
  const [sending, setSending] = useState(false)
  const latest = useRef(items)
  const busy = useRef(false)

  const store = useCallback((next: Queued[]) => {
    latest.current = next
    writeDraft(key, next)
    setItems(next)
  }, [key])
  const replace = useCallback((item: Queued) => store(latest.current.map((one) => (one.draft.id === item.draft.id ? item : one))), [store])
  const remove = useCallback((id: string) => store(latest.current.filter((one) => one.draft.id !== id)), [store])

  const flush = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    try {
      for (const item of latest.current.filter((one) => one.refused === undefined)) {
        try {
          const done = await sendQueued(item, replace)
          remove(item.draft.id)
          setSent((before) => [{ ...done, receivedAt: done.receivedAt || new Date(now()).toISOString() }, ...before])
        } catch (error) {
          if (isUnreachable(error)) break
          const stored = latest.current.find((one) => one.draft.id === item.draft.id) ?? item
          replace({ ...stored, refused: refusalWords(error) })
        }
      }
    } finally {
      busy.current = false
      setSending(false)
    }
  }, [now, remove, replace])

  const add = useCallback((draft: ReportDraft) => {
    store([...latest.current, { draft, queuedAt: new Date(now()).toISOString(), uploaded: {} }])
    void flush()
  }, [flush, now, store])

  const drop = useCallback(async (id: string) => {
    remove(id)
    await deletePhotosOf(id)
  }, [remove])

  useEffect(() => {
    const retry = () => void flush()
    retry()
    window.addEventListener('online', retry)
    const timer = setInterval(retry, 60_000)
    return () => { window.removeEventListener('online', retry); clearInterval(timer) }
  }, [flush])

  return { items, sent, sending, add, drop, take: remove, flush }
}
