import { Button, Checkbox, Select, Tag, type InputRef } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionInput } from '@/shared/directory/pickers'
import { useRegions } from '@/shared/directory/list-regions'
import { HAZARD_STATES } from '@/shared/matters/hazard'
import { DateInput } from '@/shared/ui/date-field'
import { SearchBox } from '@/shared/ui/search-box'
import { useHazardFacets } from '../api/count-hazards'
import { valuesOf, type useHazardFilters, type FilterKey } from './hazard-filters'

type Filters = ReturnType<typeof useHazardFilters>

const SOURCES = [
  'ROUTINE', 'SPECIAL', 'POST_LICENCE', 'OTHER', 'INSPECTION_BODY', 'MANUFACTURER', 'TOWN_PATROL', 'OTHER_DEPARTMENT',
  'TIP_OFF', 'MEDIA', 'SELF_CHECK', 'CAMPAIGN', 'COPY_IN', 'DATA_EXCHANGE', 'ACCIDENT',
] as const

/** From general to specific: region, source, grade, state, overdue, words. */
export function HazardFilterBar({ filters, searchRef }: { filters: Filters; searchRef: Ref<InputRef> }) {
  const { t } = useTranslation(['hazards', 'shared'])
  const { filter, set } = filters
  const choose = (key: FilterKey, values: readonly string[], group: string, width: number) => (
    <Select
      allowClear
      mode="multiple"
      maxTagCount="responsive"
      showSearch={false}
      placeholder={t(`filter.${key}`)}
      aria-label={t(`filter.${key}`)}
      value={valuesOf(filter[key])}
      onChange={(values: string[]) => set({ [key]: values.length > 0 ? values.join(',') : null })}
      options={values.map((value) => ({ value, label: t(`shared:${group}.${value}`) }))}
      optionRender={(option) => <span data-testid={`option-${key}-${option.value}`}>{option.label}</span>}
      style={{ width }}
      popupMatchSelectWidth={false}
      data-testid={`filter-${key}`}
    />
  )
  return (
    <div className="filter-bar no-print">
      <div className="filter-region"><RegionInput value={filter.region ?? null} onChange={(value) => set({ region: value })} testId="filter-region" /></div>
      {choose('source', SOURCES, 'source', 140)}
      {choose('grade', ['GENERAL', 'MAJOR'], 'grade', 92)}
      {choose('state', HAZARD_STATES, 'state', 140)}
      <div className="filter-date" title={t('filter.foundFrom')}><DateInput value={filter.foundFrom ?? null} onChange={(value) => set({ foundFrom: value })} placeholder={t('filter.foundFrom')} testId="filter-foundFrom" /></div>
      <div className="filter-date" title={t('filter.foundTo')}><DateInput value={filter.foundTo ?? null} onChange={(value) => set({ foundTo: value })} placeholder={t('filter.foundTo')} testId="filter-foundTo" /></div>
      <Checkbox checked={filter.overdue === 'true'} onChange={(event) => set({ overdue: event.target.checked ? 'true' : null })} data-testid="filter-overdue">{t('filter.onlyOverdue')}</Checkbox>
      <SearchBox inputRef={searchRef} value={filter.q ?? ''} placeholder={t('search')} label={t('searchLabel')} onSearch={(words) => set({ q: words })} testId="hazard-search" />
    </div>
  )
}

export function useFilterWords(filters: Filters): { key: FilterKey; name: string; value: string }[] {
  const { t } = useTranslation(['hazards', 'shared'])
  const regions = useRegions()
  const { filter } = filters
  const facets = useHazardFacets(filter)
  const named = (list: { value: string; name: string }[] | undefined, values?: string) => valuesOf(values).map((value) => list?.find((one) => one.value === value)?.name ?? value).join('、')
  const words: { key: FilterKey; name: string; value: string }[] = []
  if (filter.region) words.push({ key: 'region', name: t('filter.region'), value: regions.data?.find((one) => one.code === filter.region)?.name ?? filter.region })
  if (filter.source) words.push({ key: 'source', name: t('filter.source'), value: valuesOf(filter.source).map((one) => t(`shared:source.${one}`)).join('、') })
  if (filter.grade) words.push({ key: 'grade', name: t('filter.grade'), value: valuesOf(filter.grade).map((one) => t(`shared:grade.${one}`)).join('、') })
  if (filter.state) words.push({ key: 'state', name: t('filter.state'), value: valuesOf(filter.state).map((one) => t(`shared:state.${one}`)).join('、') })
  if (filter.overdue) words.push({ key: 'overdue', name: t('filter.overdue'), value: t('shared:yes') })
  if (filter.placeType) words.push({ key: 'placeType', name: t('filter.placeType'), value: named(facets.data?.placeType, filter.placeType) })
  if (filter.equipmentKind) words.push({ key: 'equipmentKind', name: t('filter.equipmentKind'), value: named(facets.data?.equipmentKind, filter.equipmentKind) })
  if (filter.foundFrom) words.push({ key: 'foundFrom', name: t('filter.foundFrom'), value: filter.foundFrom })
  if (filter.foundTo) words.push({ key: 'foundTo', name: t('filter.foundTo'), value: filter.foundTo })
  if (filter.equipmentId) words.push({ key: 'equipmentId', name: t('filter.equipmentId'), value: filter.equipmentId.slice(-6) })
  if (filter.enterpriseId) words.push({ key: 'enterpriseId', name: t('filter.enterpriseId'), value: filter.enterpriseId.slice(-6) })
  if (filter.q) words.push({ key: 'q', name: t('filter.q'), value: filter.q })
  return words
}

export function FilterChips({ filters }: { filters: Filters }) {
  const { t } = useTranslation(['hazards', 'shared'])
  const words = useFilterWords(filters)
  if (words.length === 0) return null
  return (
    <div className="chips no-print" data-testid="filter-chips">
      {words.map((one) => <Tag key={one.key} closable onClose={() => filters.set({ [one.key]: null })}>{t('filter.chip', { name: one.name, value: one.value })}</Tag>)}
      <Button type="link" size="small" onClick={filters.clear}>{t('shared:action.clearAll')}</Button>
    </div>
  )
}
