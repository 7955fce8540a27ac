import { offline, problemFrom } from './problem'

// The cookie travels by itself; this header proves that the call comes from this page.
let csrfToken = ''
let onSignedOut: () => void = () => {}

let actingPost = ''

/** The post in which the person acts from now on; the server takes it only when he holds it. */
export function setActingPost(postId: string | null | undefined) {
  actingPost = postId ?? ''
}

export function setCsrfToken(token: string | undefined) {
  csrfToken = token ?? ''
}

/** Called when the server no longer knows us; the page stays, so that nothing typed is lost. */
export function whenSignedOut(handler: () => void) {
  onSignedOut = handler
}

export type Query = Record<string, string | number | boolean | null | undefined>

export function withQuery(path: string, query?: Query): string {
  if (!query) return path
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

async function call(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'GET') headers['X-CSRF-TOKEN'] = csrfToken
  if (actingPost !== '') headers['X-Post'] = actingPost
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json'

  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      signal: signal ?? null,
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw offline()
  }
  if (response.ok) return response
  if (response.status === 401 && path !== '/api/session') onSignedOut()
  throw await problemFrom(response)
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const http = {
  get: async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
    read<T>(await call('GET', withQuery(path, query), undefined, signal)),
  post: async <T>(path: string, body?: unknown): Promise<T> => read<T>(await call('POST', path, body ?? {})),
  upload: async <T>(path: string, form: FormData): Promise<T> => read<T>(await call('POST', path, form)),
  delete: async <T>(path: string): Promise<T> => read<T>(await call('DELETE', path)),
}

export interface Page<T> {
  items: T[]
  next: string | null
  total?: number
  totalIsCapped?: boolean
}
