import { useEffect, useState } from 'react'
import { useLive } from '../live/live'

/** How many versions the matter has moved on since the page was read; the page itself does not jump. */
export function useCaseUpdates(matterId: string, shown: number | undefined): number {
  const { watch } = useLive()
  const [latest, setLatest] = useState(0)
  useEffect(() => {
    setLatest(0)
    return watch(matterId, (change) => setLatest((before) => Math.max(before, change.version)))
  }, [matterId, watch])
  return shown === undefined ? 0 : Math.max(0, latest - shown)
}
