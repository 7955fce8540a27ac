import { http } from '@/shared/http/http'
import type { Session } from '@/shared/session/session'

export const signIn = (credentials: { userName: string; password: string }): Promise<Session> => http.post<Session>('/api/session', credentials)
export const signOut = (): Promise<void> => http.delete<void>('/api/session')
