import { useSearchParams } from 'react-router'

/** What narrows a list lives in the address. */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  const set = (changes: Record<string, string | null>) => setParams((before) => {
    const next = new URLSearchParams(before)
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value)
      else next.delete(key)
    }
    return next
  }, { replace: true })
  return { get: (key: string) => params.get(key), set }
}
