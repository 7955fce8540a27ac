import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { addNotices, newestSequence, notificationsKey, type Notice } from '@/features/notifications/api/list-notifications'
import { LiveContext, type LiveStatus, type MatterChanged } from './live'

const RETRY_MS = [0, 1000, 2000, 5000, 10_000, 15_000, 30_000]

/**
 * One connection for the whole console. Notices go into the list the bell reads; after a break the server sends what was missed from the
 * last number seen. Pages that show a matter watch it and decide themselves when to show what changed.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [status, setStatus] = useState<LiveStatus>('connecting')
  const connection = useRef<HubConnection | null>(null)
  const askToWatch = useRef<((matterId: string) => Promise<void>) | null>(null)
  const watched = useRef(new Map<string, Set<(change: MatterChanged) => void>>())

  useEffect(() => {
    const hub = new HubConnectionBuilder()
      .withUrl('/hubs/notifications')
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => RETRY_MS[Math.min(previousRetryCount, RETRY_MS.length - 1)] ?? 30_000 })
      .configureLogging(LogLevel.None)
      .build()
    connection.current = hub
    let ended = false

    const quietly = (call: Promise<unknown>) => void call.catch(() => undefined)
    hub.on('notice', (incoming: Notice | Notice[]) => {
      const notices = Array.isArray(incoming) ? incoming : [incoming]
      const fresh = addNotices(client, notices)
      quietly(hub.invoke('Delivered', notices.map((one) => one.id)))
      if (fresh.length > 0) {
        quietly(client.invalidateQueries({ queryKey: ['clock'] }))
        quietly(client.invalidateQueries({ queryKey: ['tasks'] }))
        quietly(client.invalidateQueries({ queryKey: ['workbench'] }))
      }
    })
    hub.on('matterChanged', (change: MatterChanged) => watched.current.get(change.matterId)?.forEach((listener) => listener(change)))

    // The answer is the version now: what happened while nobody listened is told too.
    const ask = async (matterId: string) => {
      const version = await hub.invoke<number>('Watch', matterId)
      watched.current.get(matterId)?.forEach((listener) => listener({ matterId, version }))
    }
    askToWatch.current = ask

    const resume = async () => {
      setStatus('connected')
      for (const matterId of watched.current.keys()) quietly(ask(matterId))
      const since = newestSequence(client)
      if (since > 0) quietly(hub.invoke('Replay', since))
      else await client.invalidateQueries({ queryKey: notificationsKey })
    }
    hub.onreconnecting(() => setStatus('reconnecting'))
    hub.onreconnected(() => { quietly(resume()) })
    hub.onclose(() => { if (!ended) { setStatus('disconnected'); again(5000) } })

    let timer: ReturnType<typeof setTimeout> | undefined
    const start = async () => {
      try {
        await hub.start()
        if (!ended) await resume()
      } catch {
        if (!ended) { setStatus('disconnected'); again(5000) }
      }
    }
    const again = (delay: number) => { timer = setTimeout(() => void start(), delay) }
    // A tick later: a provider that is set up and torn down at once must not leave half a negotiation behind.
    again(0)
    return () => {
      ended = true
      clearTimeout(timer)
      quietly(hub.stop())
    }
  }, [client])

  const watch = useCallback((matterId: string, listener: (change: MatterChanged) => void) => {
    const hub = connection.current
    const listeners = watched.current.get(matterId) ?? new Set()
    const first = listeners.size === 0
    listeners.add(listener)
    watched.current.set(matterId, listeners)
    if (first && hub?.state === HubConnectionState.Connected) void askToWatch.current?.(matterId).catch(() => undefined)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      watched.current.delete(matterId)
      if (hub?.state === HubConnectionState.Connected) void hub.invoke('Unwatch', matterId).catch(() => undefined)
    }
  }, [])

  const value = useMemo(() => ({ status, watch }), [status, watch])
  return <LiveContext value={value}>{children}</LiveContext>
}
