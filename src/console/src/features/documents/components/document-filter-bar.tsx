import { Button, Select, Tag, type InputRef } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegions } from '@/shared/directory/list-regions'
import { RegionInput } from '@/shared/directory/pickers'
import { DateInput } from '@/shared/ui/date-field'
import { SearchBox } from '@/shared/ui/search-box'
import { useDocumentKinds } from '../api/list-document-kinds'
import type { FilterKey, useDocumentFilters } from './document-filters'

type Filters = ReturnType<typeof useDocumentFilters>

const STATES = ['ISSUED', 'SERVED', 'VOID', 'DRAFT'] as const

/** From general to specific: region, kind, state, days of issue, words. */
export function DocumentFilterBar({ filters, searchRef }: { filters: Filters; searchRef: Ref<InputRef> }) {
  const { t } = useTranslation('documents')
  const kinds = useDocumentKinds()
  const { filter, set } = filters
  return (
    <div className="filter-bar no-print">
      <div className="filter-region"><RegionInput value={filter.region ?? null} onChange={(value) => set({ region: value })} testId="filter-region" /></div>
      <Select
        allowClear placeholder={t('filter.kind')} aria-label={t('filter.kind')} value={filter.kind ?? null} onChange={(value: string | undefined) => set({ kind: value ?? null })}
        options={(kinds.data ?? []).map((one) => ({ value: one.code, label: one.name }))} style={{ width: 190 }} popupMatchSelectWidth={false} data-testid="filter-kind"
      />
      <Select
        allowClear placeholder={t('filter.state')} aria-label={t('filter.state')} value={filter.state ?? null} onChange={(value: string | undefined) => set({ state: value ?? null })}
        options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} style={{ width: 108 }} data-testid="filter-state"
      />
      <div className="filter-day" title={t('filter.from')}><DateInput value={filter.from ?? null} onChange={(value) => set({ from: value })} {...(filter.to ? { max: filter.to } : {})} testId="filter-from" placeholder={t('filter.from')} /></div>
      <div className="filter-day" title={t('filter.to')}><DateInput value={filter.to ?? null} onChange={(value) => set({ to: value })} {...(filter.from ? { min: filter.from } : {})} testId="filter-to" placeholder={t('filter.to')} /></div>
      <SearchBox inputRef={searchRef} value={filter.q ?? ''} placeholder={t('search')} label={t('searchLabel')} onSearch={(words) => set({ q: words })} testId="document-search" />
    </div>
  )
}

export function DocumentFilterChips({ filters }: { filters: Filters }) {
  const { t } = useTranslation(['documents', 'shared'])
  const kinds = useDocumentKinds()
  const regions = useRegions()
  const { filter } = filters
  const words: [FilterKey, string][] = []
  if (filter.region) words.push(['region', regions.data?.find((one) => one.code === filter.region)?.name ?? filter.region])
  if (filter.kind) words.push(['kind', kinds.data?.find((one) => one.code === filter.kind)?.name ?? filter.kind])
  if (filter.state) words.push(['state', t(`state.${filter.state}`)])
  if (filter.from) words.push(['from', filter.from])
  if (filter.to) words.push(['to', filter.to])
  if (filter.q) words.push(['q', filter.q])
  if (words.length === 0) return null
  return (
    <div className="chips no-print" data-testid="filter-chips">
      {words.map(([key, value]) => <Tag key={key} closable onClose={() => filters.set({ [key]: null })}>{t('filter.chip', { name: t(`filter.${key}`), value })}</Tag>)}
      <Button type="link" size="small" onClick={filters.clear}>{t('shared:action.clearAll')}</Button>
    </div>
  )
}
