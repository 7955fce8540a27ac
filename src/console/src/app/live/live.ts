import { createContext, useContext } from 'react'

export type LiveStatus = 'connecting' | 'connected' | 'reconnecting' | 'disconnected'
export interface MatterChanged { matterId: string; version: number }

interface Live {
  status: LiveStatus
  watch: (matterId: string, listener: (change: MatterChanged) => void) => () => void
}

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (live === null) throw new Error('useLive needs a LiveProvider above it')
  return live
}
