import { useSyncExternalStore } from 'react'

export const useOnline = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed)
      window.addEventListener('offline', changed)
      return () => { window.removeEventListener('online', changed); window.removeEventListener('offline', changed) }
    },
    () => navigator.onLine,
  )
