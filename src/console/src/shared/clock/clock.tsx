import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { dayOf } from '@/shared/format/dates'

export interface ClockReading { now: string; mode: 'REAL' | 'ADJUSTABLE' }

interface BusinessClock {
  mode: 'REAL' | 'ADJUSTABLE'
  /** Business time in milliseconds, as of the last tick. */
  now: number
  today: string
  /** A new reading of the server: from here on the time runs by this machine's steps. */
  set: (reading: ClockReading) => void
}

const Context = createContext<BusinessClock | null>(null)

/** Business time: the server's reading plus what has passed since on this machine. */
export function ClockProvider({ initial, children }: { initial: ClockReading; children: ReactNode }) {
  const [anchor, setAnchor] = useState(() => ({ business: Date.parse(initial.now), machine: Date.now(), mode: initial.mode }))
  const [machine, setMachine] = useState(() => Date.now())
  useEffect(() => {
    const tick = setInterval(() => setMachine(Date.now()), 15_000)
    return () => clearInterval(tick)
  }, [])
  const set = useCallback((reading: ClockReading) => {
    setAnchor({ business: Date.parse(reading.now), machine: Date.now(), mode: reading.mode })
    setMachine(Date.now())
  }, [])
  const now = anchor.business + Math.max(0, machine - anchor.machine)
  const value = useMemo(() => ({ mode: anchor.mode, now, today: dayOf(now), set }), [anchor.mode, now, set])
  return <Context value={value}>{children}</Context>
}

export function useClock(): BusinessClock {
  const clock = useContext(Context)
  if (clock === null) throw new Error('useClock needs a ClockProvider above it')
  return clock
}
