import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/shared/http/problem'
import { blankDraft } from './report-draft'
import { sendQueued, type Queued } from './outbox'

const photos = vi.hoisted(() => ({ list: [] as { id: string; name: string; takenAt: string; blob: Blob }[], deleted: [] as string[] }))
const calls = vi.hoisted(() => ({ uploads: [] as string[], failUpload: '', report: vi.fn() }))

vi.mock('./photo-store', () => ({ photosOf: async () => photos.list, deletePhotosOf: async (id: string) => { photos.deleted.push(id) } }))
vi.mock('@/shared/http/upload', () => ({
  uploadFile: async (_: Blob, name: string) => {
    if (name === calls.failUpload) throw new Problem(0, {})
    calls.uploads.push(name)
    return { id: `id-${name}`, sha256: `hash-${name}`, size: 1, contentType: 'image/jpeg', name }
  },
}))
vi.mock('../api/read-received-at', () => ({ readReceivedAt: async () => '2026-03-02T02:00:00Z' }))
vi.mock('../api/report-hazard', () => ({ reportHazard: calls.report }))

const item = (): Queued => ({ draft: { ...blankDraft('2026-03-02T09:30', 'ROUTINE'), text: '限速器失效' }, queuedAt: '', uploaded: {} })

describe('outbox', () => {
  beforeEach(() => {
    photos.list = ['a.jpg', 'b.jpg'].map((name) => ({ id: name, name, takenAt: '2026-03-02T01:30:00Z', blob: new Blob(['x']) }))
    photos.deleted = []
    calls.uploads = []
    calls.failUpload = ''
    calls.report.mockReset().mockResolvedValue({ matterId: 'm1', state: 'REPORTED', version: 1 })
  })

  it('sends photos first, then the report that names them, then forgets them', async () => {
    const one = item()
    await sendQueued(one, () => undefined)
    expect(calls.report.mock.calls[0]?.[0].evidence).toEqual([{ attachmentId: 'id-a.jpg', sha256: 'hash-a.jpg' }, { attachmentId: 'id-b.jpg', sha256: 'hash-b.jpg' }])
    expect(photos.deleted).toEqual([one.draft.id])
  })

  it('goes on where the connection broke', async () => {
    let kept = item()
    calls.failUpload = 'b.jpg'
    await expect(sendQueued(kept, (next) => { kept = next })).rejects.toMatchObject({ status: 0 })
    expect(calls.report).not.toHaveBeenCalled()
    expect(photos.deleted).toEqual([])

    calls.failUpload = ''
    await sendQueued(kept, (next) => { kept = next })
    expect(calls.uploads).toEqual(['a.jpg', 'b.jpg'])
    expect(calls.report).toHaveBeenCalledTimes(1)
  })

  it('keeps everything when the register refuses', async () => {
    calls.report.mockRejectedValue(new Problem(422, { title: '不予受理' }))
    await expect(sendQueued(item(), () => undefined)).rejects.toMatchObject({ status: 422 })
    expect(photos.deleted).toEqual([])
  })
})
