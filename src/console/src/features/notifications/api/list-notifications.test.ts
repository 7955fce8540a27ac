import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { addNotices, markOpenedInCache, newestSequence, notificationsKey, type Notice, type NoticePage } from './list-notifications'

const notice = (sequence: number): Notice => ({ id: `n${sequence}`, sequence, kind: 'REMIND', title: `第 ${sequence} 条`, createdAt: '2026-03-02T00:00:00Z' })

function clientWith(...sequences: number[]) {
  const client = new QueryClient()
  const page: NoticePage = { items: sequences.map(notice), next: null, unread: sequences.length }
  client.setQueryData(notificationsKey, { pages: [page], pageParams: [null] })
  return client
}
const first = (client: QueryClient) => client.getQueryData<{ pages: NoticePage[] }>(notificationsKey)?.pages[0]

describe('notices', () => {
  it('shows what was pushed on top and counts it', () => {
    const client = clientWith(2, 1)
    expect(addNotices(client, [notice(3)]).map((one) => one.id)).toEqual(['n3'])
    expect(first(client)?.items.map((one) => one.sequence)).toEqual([3, 2, 1])
    expect(first(client)?.unread).toBe(3)
  })

  it('takes a replayed notice once', () => {
    const client = clientWith(2, 1)
    expect(addNotices(client, [notice(2), notice(3), notice(3)])).toHaveLength(1)
    expect(first(client)?.unread).toBe(3)
  })

  it('replays from the newest it has', () => {
    expect(newestSequence(clientWith(7, 5))).toBe(7)
    expect(newestSequence(new QueryClient())).toBe(0)
  })

  it('counts an opened notice down once', () => {
    const client = clientWith(2, 1)
    markOpenedInCache(client, (one) => one.id === 'n2', '2026-03-02T01:00:00Z')
    markOpenedInCache(client, (one) => one.id === 'n2', '2026-03-02T02:00:00Z')
    expect(first(client)?.unread).toBe(1)
  })
})
