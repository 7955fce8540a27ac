import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'

export interface Day { date: string; weekday: string; kind: string; working: boolean; reason: string }
export interface Year { year: number; covered: boolean; version: string; notice: string | null; workingDays: number; holidays: { name: string; from: string; to: string }[]; makeUpWork: string[]; days: Day[] }
export interface Edition { key: number; version: string; year: number; revision: number; notice: string | null; loadedAt: string; loadedBy: string; checked: number; moved: number; recomputedAt: string | null; cancelledAt: string | null }
export interface Correction { id: string; year: number; reason: string; changes: string; state: string; proposedBy: string; proposedAt: string; decidedBy: string | null; decidedAt: string | null; opinion: string | null }
export interface Preview {
  year: number; workingDays: number; workingDaysNow: number | null; pastDays: string[]; changedDays: string[]; asked: number; askedIsCapped: boolean; moves: number
  shown: { matterId: string; matterNumber: string | null; matterTitle: string; name: string; oldDueAt: string; newDueAt: string; toNextWorkingDay: boolean }[]
}
export interface Rule {
  id: string; name: string; amount: number; unit: string; rollForward: boolean; limit: string; from: string; source: string; article: string | null; mark: string; region: string | null; validFrom: string; validTo: string | null
}
export interface Pack { version: string; loadedAt: string; loadedBy: string; rules: number; inForce: boolean; appliedAt: string | null; flagged: number; moved: number }
export interface PackProposal { id: string; packVersion: string; basedOn: string; reason: string; changes: string[]; state: string; proposedBy: string; proposedAt: string; decidedBy: string | null; opinion: string | null }
export interface PackPreview { packVersion: string; changes: string[]; openDeadlines: number }

export interface YearForm { notice: string; holidays: { name: string; from: string; to: string }[]; makeUpWork: string[]; reason?: string }

export const useYear = (year: number) => useQuery({ queryKey: ['calendar', year], queryFn: ({ signal }) => http.get<Year>(`/api/calendar/${year}`, undefined, signal), placeholderData: keepPreviousData })
const useList = <T>(key: string, path: string, query?: Record<string, string | null>, enabled = true) =>
  useQuery({ queryKey: [key, query], queryFn: ({ signal }) => http.get<Page<T>>(path, query, signal), placeholderData: keepPreviousData, enabled })
export const useEditions = () => useList<Edition>('calendar-editions', '/api/calendar/editions')
export const useCorrections = (enabled: boolean) => useList<Correction>('calendar-corrections', '/api/calendar/corrections', undefined, enabled)
export const useRules = (query: Record<string, string | null>) => useList<Rule>('policy-rules', '/api/policy-rules', query)
export const usePacks = () => useList<Pack>('policy-packs', '/api/policy-packs')
export const usePackProposals = (enabled: boolean) => useList<PackProposal>('policy-pack-proposals', '/api/policy-packs/proposals', undefined, enabled)

export const previewYear = (year: number, form: YearForm) => http.post<Preview>(`/api/calendar/${year}/preview`, form)
export const loadYear = (year: number, form: YearForm) => http.post<{ toRecompute: number }>(`/api/calendar/${year}/load`, form)
export const proposeCorrection = (year: number, form: YearForm) => http.post<unknown>(`/api/calendar/${year}/propose-correction`, form)
export const previewPack = (form: object) => http.post<PackPreview>('/api/policy-packs/preview', form)
export const proposePack = (form: object) => http.post<unknown>('/api/policy-packs/propose', form)
