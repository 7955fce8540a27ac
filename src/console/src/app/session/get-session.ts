import { http } from '@/shared/http/http'
import { Problem } from '@/shared/http/problem'
import type { Session } from '@/shared/session/session'

/** Null when nobody is signed in. */
export async function getSession(): Promise<Session | null> {
  try {
    return await http.get<Session>('/api/session')
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  }
}
