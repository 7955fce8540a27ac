import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { RegionInput } from '@/shared/directory/pickers'
import { formatDateTime } from '@/shared/format/dates'
import { useSession } from '@/shared/session/session'
import { PageHead } from '@/shared/ui/page-head'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { usePublished, useTally, type RateQuery } from '../api/read-statistics'
import { FiguresLine, RatePanel } from './rate-panel'
import { TallyTable } from './tally-table'

const KEYS = ['region', 'from', 'to', 'asOf', 'grade'] as const

function PublishedList() {
  const { t } = useTranslation('statistics')
  const published = usePublished()
  if (published.isError) return <ErrorState error={published.error} onRetry={() => void published.refetch()} />
  if (!published.data) return <Loading rows={3} />
  if (published.data.items.length === 0) return <EmptyState title={t('none')} hint={t('noneHint')} />
  return (
    <ul className="plain-list" data-testid="published-rates">
      {published.data.items.map((one) => (
        <li key={one.id}>
          <b>{one.title}</b> <span className="muted">{one.regionName} · {t('range', { from: one.from ?? t('anyFrom'), to: one.to ?? t('anyTo'), asOf: one.asOf })}{one.grade && ` · ${t(one.grade)}`}</span>
          <FiguresLine figures={one.figures} />
          <span className="muted small">{t('by', { post: one.publishedByPost, name: one.publishedByName })} {formatDateTime(one.publishedAt)}</span>
        </li>
      ))}
    </ul>
  )
}

export default function StatisticsPage() {
  const { t } = useTranslation('statistics')
  const [search, setSearch] = useSearchParams()
  const { user } = useSession()
  const own = user.posts.find((one) => !one.enterpriseId)?.regionCode ?? undefined
  const query: RateQuery = Object.fromEntries(KEYS.map((key) => [key, search.get(key) ?? undefined]))
  const region = query.region ?? own
  const change = (next: Partial<RateQuery>) => setSearch((now) => {
    for (const key of KEYS) {
      if (!(key in next)) continue
      if (next[key]) now.set(key, next[key])
      else now.delete(key)
    }
    return now
  }, { replace: true })
  const tally = useTally(region)
  return (
    <div className="page">
      <PageHead title={t('title')} sub={tally.data && t('dataTime', { at: formatDateTime(tally.data.countedAt) })} />
      <div className="filter-bar no-print"><div className="filter-region"><RegionInput value={region ?? null} onChange={(value) => change({ region: value ?? undefined })} testId="statistics-region" /></div></div>
      <section className="panel panel-flush">
        <div className="panel-head"><h2>{t('now')}</h2></div>
        {tally.isError ? <ErrorState error={tally.error} onRetry={() => void tally.refetch()} />
          : !tally.data ? <Loading />
            : tally.data.parts.length === 0 ? <EmptyState title={t('empty')} hint={t('emptyHint')} />
              : <TallyTable tally={tally.data} onRegion={(code) => change({ region: code })} />}
      </section>
      <RatePanel query={{ ...query, region }} onChange={change} />
      <section className="panel panel-flush"><div className="panel-head"><h2>{t('published')}</h2></div><div className="panel-body"><PublishedList /></div></section>
    </div>
  )
}
