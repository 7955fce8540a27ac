import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import './texts'
import { i18n } from '@/shared/i18n/i18n'
import { HAZARD_STATES } from '@/shared/matters/hazard'

const root = join(__dirname, '..')

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* sources(path)
    else if (/\.tsx?$/.test(name) && !name.includes('.test.') && name !== 'zh-CN.ts') yield path
  }
}

const files = [...sources(root)].map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))

describe('texts', () => {
  it('has a Chinese text for every key that is named in the source', () => {
    const missing: string[] = []
    for (const { path, text } of files) {
      const namespaces = [...text.matchAll(/useTranslation\((?:'([^']+)'|\['([^']+)')/g)].map((match) => match[1] ?? match[2] ?? 'shared')
      for (const [, key = ''] of text.matchAll(/\bt\('([A-Za-z0-9_.:-]+)'/g)) {
        const asked = key.includes(':') ? [key] : (namespaces.length > 0 ? namespaces : ['shared']).map((namespace) => `${namespace}:${key}`)
        if (!asked.some((one) => i18n.exists(one))) missing.push(`${path}: ${key}`)
      }
    }
    expect(missing).toEqual([])
  })

  it('keeps Chinese words out of components: they live in the locale files', () => {
    // Formatting speaks of weekdays and distances; the login page of a browser without scripts is index.html.
    const allowed = new Set(['shared/format/dates.ts', 'shared/format/numbers.ts', 'shared/ui/problem-alert.tsx', 'app/theme.ts', 'shared/ui/date-field.tsx'])
    const offending = files
      .filter(({ path }) => !allowed.has(path.replaceAll('\\', '/')))
      .filter(({ text }) => /[\u4e00-\u9fa5]/.test(text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')))
      .map(({ path }) => path)
    expect(offending).toEqual([])
  })

  it('names every state, grade and due status', () => {
    for (const state of HAZARD_STATES) expect(i18n.exists(`shared:state.${state}`), state).toBe(true)
    for (const status of ['OVERDUE', 'TODAY', 'WITHIN_3', 'NORMAL', 'PAUSED', 'NONE']) expect(i18n.exists(`shared:due.${status}`), status).toBe(true)
  })
})
