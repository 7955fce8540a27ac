import { createContext, useContext } from 'react'
import type { ClockReading } from '@/shared/clock/clock'

export interface Post {
  id: string
  name: string
  kind: string
  departmentName?: string | null
  regionCode?: string | null
  regionName?: string | null
  enterpriseId?: string | null
  enterpriseName?: string | null
  onBehalfOf?: string | null
}

export interface Session {
  user: { id: string; userName: string; personId?: string | null; name: string; roles: string[]; posts: Post[] }
  clock: ClockReading
  csrfToken: string
}

export const SessionContext = createContext<Session | null>(null)

/** Who is at the screen. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession is only for pages behind the login')
  return session
}
