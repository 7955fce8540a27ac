// Which of his posts a person acts in, and which part of his regions he looks at: kept in this browser, per login.
const read = (key: string): string | null => {
  try { return localStorage.getItem(key) } catch { return null }
}
const write = (key: string, value: string | null) => {
  try { if (value) localStorage.setItem(key, value); else localStorage.removeItem(key) } catch { /* a browser without storage forgets it */ }
}

export const chosenPost = (userName: string) => read(`post:${userName}`)
export const choosePost = (userName: string, postId: string) => write(`post:${userName}`, postId)

const listeners = new Set<() => void>()
export const scopeRegion = (userName: string) => read(`scope:${userName}`)
export function chooseScopeRegion(userName: string, code: string | null) {
  write(`scope:${userName}`, code)
  listeners.forEach((tell) => tell())
}
export function listenToScope(tell: () => void) {
  listeners.add(tell)
  return () => { listeners.delete(tell) }
}
