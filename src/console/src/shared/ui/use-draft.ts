import { useCallback, useMemo, useState } from 'react'

interface Stored<T> { at: string; value: T }

const PREFIX = 'draft:'

export function readDraft<T>(key: string): Stored<T> | null {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? null : (JSON.parse(text) as Stored<T>)
  } catch {
    return null
  }
}

export function writeDraft<T>(key: string, value: T): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ at: new Date().toISOString(), value }))
    return true
  } catch {
    // A full or forbidden store must not stop a person from typing.
    return false
  }
}

export function clearDraft(key: string) {
  localStorage.removeItem(PREFIX + key)
}

/** What was typed and not sent; it survives a reload, a lost connection and an expired session. */
export function useDraft<T extends object>(key: string) {
  const initial = useMemo(() => readDraft<T>(key), [key])
  const [restoredAt, setRestoredAt] = useState<string | null>(initial?.at ?? null)
  const save = useCallback((value: T) => { writeDraft(key, value) }, [key])
  const discard = useCallback(() => { clearDraft(key); setRestoredAt(null) }, [key])
  return { initial: initial?.value ?? null, restoredAt, save, discard }
}
