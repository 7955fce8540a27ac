import { instantOf } from '@/shared/format/values'
import type { FileRef } from '@/shared/matters/hazard'
import type { HazardReport } from '../api/report-hazard'

/** What the inspector has typed so far; plain JSON, kept at every step. */
export interface ReportDraft {
  /** Also the source id: sending twice makes one hazard. */
  id: string
  source: string
  foundAt: string
  finderName?: string
  noUnit: boolean
  enterpriseId?: string | null
  enterpriseName?: string
  useText: boolean
  equipmentId?: string | null
  equipmentName?: string
  equipmentText?: string
  place?: string
  regionCode?: string | null
  text?: string
  immediateDanger: boolean
  lateReason?: string
}

export const blankDraft = (foundAt: string, source: string, regionCode?: string): ReportDraft => ({
  id: crypto.randomUUID(), source, foundAt, noUnit: false, useText: false, immediateDanger: false, ...(regionCode ? { regionCode } : {}),
})

const LATE_MS = 7 * 86_400_000

/** Found more than seven days before it is received: the law of the register wants an explanation (E11). */
export const isLate = (foundAt: string, now: number): boolean => now - Date.parse(instantOf(foundAt) ?? '') > LATE_MS

export type MissingField = 'photo' | 'enterprise' | 'equipment' | 'text' | 'place' | 'regionCode' | 'foundAt' | 'lateReason'

/** What the register will ask for; said before sending, because on site there may be no network to say it later. */
export function missingFields(draft: ReportDraft, photoCount: number, now: number): MissingField[] {
  const missing: MissingField[] = []
  if (photoCount === 0 && draft.source !== 'TIP_OFF') missing.push('photo')
  if (!draft.noUnit && !draft.enterpriseId) missing.push('enterprise')
  if (draft.useText ? !draft.equipmentText?.trim() : !draft.equipmentId) missing.push('equipment')
  if (!draft.text?.trim()) missing.push('text')
  if (!draft.foundAt) missing.push('foundAt')
  else if (isLate(draft.foundAt, now) && !draft.lateReason?.trim()) missing.push('lateReason')
  if (!draft.place?.trim()) missing.push('place')
  if (!draft.regionCode) missing.push('regionCode')
  return missing
}

const words = (value: string | undefined) => (value?.trim() ? value.trim() : undefined)

export function toReport(draft: ReportDraft, evidence: FileRef[]): HazardReport {
  const finderName = words(draft.finderName)
  const lateReason = words(draft.lateReason)
  const equipmentText = words(draft.equipmentText)
  return {
    source: draft.source,
    sourceSystem: 'console',
    sourceId: draft.id,
    foundAt: instantOf(draft.foundAt) ?? '',
    ...(finderName ? { finderName } : {}),
    ...(draft.noUnit ? { noUnit: true as const } : draft.enterpriseId ? { enterpriseId: draft.enterpriseId } : {}),
    ...(draft.useText ? (equipmentText ? { equipmentText } : {}) : draft.equipmentId ? { equipmentId: draft.equipmentId } : {}),
    place: draft.place?.trim() ?? '',
    regionCode: draft.regionCode ?? '',
    text: draft.text?.trim() ?? '',
    immediateDanger: draft.immediateDanger,
    evidence,
    ...(lateReason ? { lateReason } : {}),
  }
}
