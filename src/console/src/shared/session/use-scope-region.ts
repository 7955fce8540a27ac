import { useSyncExternalStore } from 'react'
import { listenToScope, scopeRegion } from './chosen-post'
import { useSession } from './session'

/** The region chosen in the top bar. It narrows what is listed and grants nothing. */
export function useScopeRegion(): string | null {
  const { user } = useSession()
  return useSyncExternalStore(listenToScope, () => scopeRegion(user.userName))
}
