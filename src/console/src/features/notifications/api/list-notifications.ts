import { useInfiniteQuery, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'

export interface Notice {
  id: string
  sequence: number
  kind: string
  kindName?: string | null
  title: string
  body?: string | null
  matterId?: string | null
  taskId?: string | null
  createdAt: string
  deliveredAt?: string | null
  openedAt?: string | null
}

export type NoticePage = Page<Notice> & { unread: number }

export const notificationsKey = ['notifications'] as const

export const useNotifications = () =>
  useInfiniteQuery({
    queryKey: notificationsKey,
    queryFn: ({ pageParam, signal }) => http.get<NoticePage>('/api/notifications', { after: pageParam, limit: 30 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 30_000,
  })

type Data = InfiniteData<NoticePage, string | null>

/** The number the next replay starts from. */
export function newestSequence(client: QueryClient): number {
  const data = client.getQueryData<Data>(notificationsKey)
  return Math.max(0, ...(data?.pages.flatMap((page) => page.items.map((one) => one.sequence)) ?? []))
}

/** Puts what the hub sent on top, once; newest first. Says which notices were new. */
export function addNotices(client: QueryClient, incoming: Notice[]): Notice[] {
  const data = client.getQueryData<Data>(notificationsKey)
  if (!data || data.pages[0] === undefined) {
    void client.invalidateQueries({ queryKey: notificationsKey })
    return incoming
  }
  const known = new Set(data.pages.flatMap((page) => page.items.map((one) => one.id)))
  const fresh = incoming.filter((one, index) => !known.has(one.id) && incoming.findIndex((other) => other.id === one.id) === index)
  if (fresh.length === 0) return []
  const [first, ...rest] = data.pages
  const items = [...fresh, ...first.items].sort((a, b) => b.sequence - a.sequence)
  const unread = first.unread + fresh.filter((one) => !one.openedAt).length
  client.setQueryData<Data>(notificationsKey, { ...data, pages: [{ ...first, items, unread }, ...rest] })
  return fresh
}

export function markOpenedInCache(client: QueryClient, opened: (one: Notice) => boolean, at: string) {
  client.setQueryData<Data>(notificationsKey, (data) => {
    if (!data) return data
    let count = 0
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((one) => {
        if (one.openedAt || !opened(one)) return one
        count += 1
        return { ...one, openedAt: at }
      }),
    }))
    return { ...data, pages: pages.map((page, index) => (index === 0 ? { ...page, unread: Math.max(0, page.unread - count) } : page)) }
  })
}
