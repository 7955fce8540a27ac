import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'

export interface TallyRow {
  regionCode: string
  regionName: string
  unjudged: number
  registered: number
  treated: number
  closedUntreated: number
  open: number
  openMajor: number
  overdue: number
  rate: string | null
  isZero: boolean
  isDynamicZero: boolean
}

export interface Tally { countedAt: string; total: TallyRow; parts: TallyRow[] }

export interface Figures {
  registered: number
  treated: number
  fixedOnSpot: number
  closedUntreated: number
  open: number
  overdue: number | null
  rate: string | null
  isZero: boolean
  isDynamicZero: boolean | null
}

export interface RateQuery { region?: string | undefined; from?: string | undefined; to?: string | undefined; asOf?: string | undefined; grade?: string | undefined }

export interface Published {
  id: string
  title: string
  regionName: string
  from: string | null
  to: string | null
  asOf: string
  grade: string | null
  figures: Figures
  publishedAt: string
  publishedByName: string
  publishedByPost: string
}

export const useTally = (region: string | undefined) =>
  useQuery({ queryKey: ['statistics', 'tally', region], queryFn: ({ signal }) => http.get<Tally>('/api/statistics/tally', { region }, signal), placeholderData: keepPreviousData })

export const useRates = (query: RateQuery) =>
  useQuery({
    queryKey: ['statistics', 'rates', query],
    queryFn: ({ signal }) => http.get<{ asOf: string; countedAt: string; figures: Figures }>('/api/statistics/rates', { ...query }, signal),
    placeholderData: keepPreviousData,
  })

export const usePublished = () =>
  useQuery({ queryKey: ['statistics', 'published'], queryFn: ({ signal }) => http.get<Page<Published>>('/api/statistics/published-rates', { limit: 50 }, signal) })

export function usePublishRates() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: RateQuery & { title: string }) => http.post<Published>('/api/statistics/rates/publish', form),
    onSuccess: () => client.invalidateQueries({ queryKey: ['statistics', 'published'] }),
  })
}
