import { offline, problemFrom } from './problem'
import { withQuery, type Query } from './http'

/** Fetches a file and hands it to the browser to keep; a refusal is thrown as a problem, not saved as a file. */
export async function download(path: string, query?: Query): Promise<void> {
  let response: Response
  try {
    response = await fetch(withQuery(path, query), { credentials: 'same-origin' })
  } catch {
    throw offline()
  }
  if (!response.ok) throw await problemFrom(response)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(response.headers.get('Content-Disposition'))
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export function fileName(disposition: string | null): string {
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return wide ? decodeURIComponent(wide) : 'download.xlsx'
}
