import { fromLocalMinute } from './dates'

/** Form values as they are sent: blanks left out, so that the server says what is missing instead of reading an empty text. */
export function withoutBlanks(values: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue
    if (typeof value === 'string') {
      const text = value.trim()
      if (text !== '') result[key] = text
    } else if (Array.isArray(value)) {
      result[key] = value.map((one: unknown) => (isPlain(one) ? withoutBlanks(one) : one))
    } else if (isPlain(value)) {
      result[key] = withoutBlanks(value)
    } else {
      result[key] = value
    }
  }
  return result
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const instantOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? fromLocalMinute(value) : undefined)
