import { useTranslation } from 'react-i18next'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { useHazardFacets, type FacetCount } from '../api/count-hazards'
import { valuesOf, type useHazardFilters } from './hazard-filters'

type Filters = ReturnType<typeof useHazardFilters>
const FACETS = ['state', 'grade', 'source', 'equipmentKind', 'placeType', 'region'] as const
const MOST = 12

/** Each number is the total of the list it opens. */
export function LedgerFacets({ filters }: { filters: Filters }) {
  const { t } = useTranslation('hazards')
  const facets = useHazardFacets(filters.filter)
  if (facets.isPending) return <Loading rows={3} />
  if (!facets.data) return <ErrorState error={facets.error} onRetry={() => void facets.refetch()} />
  const { data } = facets
  const number = (count: number) => (data.isCapped ? t('facets.atLeast', { count }) : String(count))
  const toggle = (key: (typeof FACETS)[number], value: string) => {
    const chosen = key === 'region' ? [] : valuesOf(filters.filter[key])
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
    filters.set({ [key]: next.length > 0 ? next.join(',') : null })
  }
  const facet = (key: (typeof FACETS)[number], counts: FacetCount[]) => counts.length > 0 && (
    <section key={key} className="facet" aria-label={t(`filter.${key}`)}>
      <h3>{t(`filter.${key}`)}</h3>
      <ul className="plain-list">
        {counts.slice(0, MOST).map((one) => (
          <li key={one.value}>
            <button type="button" className={`facet-value${valuesOf(filters.filter[key]).includes(one.value) ? ' facet-chosen' : ''}`} onClick={() => toggle(key, one.value)} data-testid={`facet-${key}-${one.value}`}>
              <span>{one.name}</span><span className="number">{number(one.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
  return (
    <section className="panel facets no-print" data-testid="facets">
      {data.isCapped && <p className="muted small">{t('facets.capped')}</p>}
      <div className="facet-grid">{FACETS.map((key) => facet(key, data[key]))}</div>
    </section>
  )
}
