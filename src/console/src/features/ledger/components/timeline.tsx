import { ClockCircleOutlined, DownOutlined, RightOutlined, FileTextOutlined, LinkOutlined, NotificationOutlined, SafetyCertificateOutlined, SolutionOutlined, WarningOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime, formatTimeShort } from '@/shared/format/dates'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { StateBadge } from '@/shared/ui/state-badge'
import { useLedger, type LedgerEntry } from '../api/read-ledger'
import { entryKind, FILTERS, foldNotices, type Filter } from './entry-kind'

const ICONS = { documents: <FileTextOutlined />, decisions: <SolutionOutlined />, notices: <NotificationOutlined />, clocks: <ClockCircleOutlined /> }
const MINUTE = 60_000
const SCENE_ACTS = new Set(['report-hazard', 'fix-on-spot'])

function Entry({ entry, showState }: { entry: LedgerEntry; showState: boolean }) {
  const { t } = useTranslation('ledger')
  const kind = entryKind(entry)
  // Only what is captured at the scene has two times that matter (E11).
  const late = SCENE_ACTS.has(entry.act) && Date.parse(entry.receivedAt) - Date.parse(entry.eventTime) > MINUTE
  return (
    <li className={`entry entry-${kind}`} data-testid="timeline-entry" data-act={entry.act} data-kind={entry.kind}>
      <time dateTime={entry.eventTime} title={formatDateTime(entry.eventTime)}>{formatTimeShort(entry.eventTime)}</time>
      <span className="entry-icon">{ICONS[kind]}</span>
      <div className="entry-body">
        <div className="entry-summary">
          <span>{entry.summary}</span>
          {showState && entry.stateAfter && <StateBadge state={entry.stateAfter} testId="entry-state" />}
        </div>
        <div className="muted small">
          <span className="entry-who">{entry.personName ?? t('system')}</span>
          {entry.postName && <span> {entry.postName}</span>}
          {entry.onBehalfOf && <span> {t('onBehalf', { name: entry.onBehalfOf })}</span>}
          {late && <span>　{t('received', { at: formatTimeShort(entry.receivedAt) })}</span>}
          {entry.documentId && <a className="entry-doc" href={`/api/documents/${entry.documentId}/html`} target="_blank" rel="noopener"><LinkOutlined /> {t('document')}</a>}
          <span className="entry-hash" title={`${t('hash')} ${entry.hash}`}>#{entry.sequence}</span>
        </div>
      </div>
    </li>
  )
}

/** Notices and receipts in a row recede into one line; they are a click away. */
function Fold({ group }: { group: LedgerEntry[] }) {
  const { t } = useTranslation('ledger')
  const [open, setOpen] = useState(false)
  const newest = group[0]
  if (!newest) return null
  return (
    <>
      <li className="entry entry-notices">
        <time dateTime={newest.eventTime} title={formatDateTime(newest.eventTime)}>{formatTimeShort(newest.eventTime)}</time>
        <span className="entry-icon">{ICONS.notices}</span>
        <button type="button" className="entry-fold muted" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="timeline-fold">
          {open ? <DownOutlined /> : <RightOutlined />} {t('folded', { count: group.length })} <span className="small">{newest.summary}</span>
        </button>
      </li>
      {open && group.map((one) => <Entry key={one.sequence} entry={one} showState={false} />)}
    </>
  )
}

/** The story, newest first: who, what, when, which document. */
export function Timeline({ matterId }: { matterId: string }) {
  const { t } = useTranslation('ledger')
  const [filter, setFilter] = useState<Filter>('all')
  const query = useLedger(matterId)
  if (query.isPending) return <Loading rows={8} />
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const all = [...query.data.items].sort((a, b) => b.sequence - a.sequence)
  const shown = filter === 'all' ? all : all.filter((one) => entryKind(one) === filter)
  // The state is worth showing only where it changed.
  const changed = new Set(all.filter((one, index) => one.stateAfter && one.stateAfter !== all[index + 1]?.stateAfter).map((one) => one.sequence))
  const { verified } = query.data
  return (
    <div className="timeline" data-testid="timeline">
      <div className="timeline-head no-print">
        <Segmented size="small" value={filter} onChange={(value) => setFilter(value as Filter)} options={FILTERS.map((one) => ({ value: one, label: <span data-testid={`timeline-filter-${one}`}>{t(`filter.${one}`)}</span> }))} />
        <span className={verified.ok ? 'muted small' : 'error-text small'} data-testid="ledger-verified" data-ok={verified.ok}>
          {verified.ok ? <SafetyCertificateOutlined /> : <WarningOutlined />} {verified.ok ? t('verified') : t('broken', { sequence: verified.firstBroken })}
        </span>
      </div>
      {shown.length === 0 ? <EmptyState title={t('empty')} /> : (
        <ol className="entries">
          {(filter === 'all' ? foldNotices(shown) : shown.map((one) => [one])).map((group) => group.length === 1 && group[0]
            ? <Entry key={group[0].sequence} entry={group[0]} showState={changed.has(group[0].sequence)} />
            : <Fold key={group[0]?.sequence} group={group} />)}
        </ol>
      )}
    </div>
  )
}
