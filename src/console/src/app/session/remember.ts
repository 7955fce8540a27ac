// The cookie cannot be read by scripts. Without this mark the first visit would ask the server for a session that cannot exist.
const KEY = 'signed-in'

export const rememberSignedIn = (signedIn: boolean) => {
  if (signedIn) localStorage.setItem(KEY, '1')
  else localStorage.removeItem(KEY)
}

export const mayBeSignedIn = (): boolean => localStorage.getItem(KEY) !== null
