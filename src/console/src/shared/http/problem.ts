export interface FieldError {
  field: string
  expected?: string | null
  actual?: string | null
  article?: string | null
}

interface ProblemBody {
  title?: string
  detail?: string
  code?: string
  errors?: unknown
  currentState?: string
  currentVersion?: number
  traceId?: string
}

/** A refusal or failure of the server, as RFC 9457 problem details; status 0 means the server was not reached. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldError[]
  readonly currentState: string | undefined
  readonly currentVersion: number | undefined
  readonly traceId: string | undefined

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? body.detail ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? ''
    this.title = body.title ?? ''
    this.detail = body.detail ?? ''
    this.errors = readErrors(body.errors)
    this.currentState = body.currentState
    this.currentVersion = body.currentVersion
    this.traceId = body.traceId
  }

  get isOffline() { return this.status === 0 }
  get isStale() { return this.currentVersion !== undefined }
}

export const offline = () => new Problem(0, { code: 'offline' })

export async function problemFrom(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '')
  try {
    const body: unknown = JSON.parse(text)
    if (body !== null && typeof body === 'object') return new Problem(response.status, body as ProblemBody)
  } catch {
    // A proxy in between answers in HTML: the status is all there is to say.
  }
  return new Problem(response.status, {})
}

// Our rejections send a list; the framework's own binding errors send a dictionary of field to sentences.
function readErrors(errors: unknown): FieldError[] {
  if (Array.isArray(errors)) return errors as FieldError[]
  if (errors === null || typeof errors !== 'object') return []
  return Object.entries(errors as Record<string, unknown>).map(([field, sentences]) => ({
    field,
    expected: Array.isArray(sentences) ? sentences.join('；') : String(sentences),
  }))
}

/** `measures[0].date`, `Measures.0.Date` and `/measures/0/date` are the same field: `measures.0.date`. */
export function normalizePath(path: string): string {
  return path
    .replace(/^\$?[./]/, '')
    .replace(/\[(\d+)\]/g, '.$1')
    .split(/[./]/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.')
}
