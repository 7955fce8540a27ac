import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate } from '@/shared/format/dates'
import { useDuplicates, useRelapses } from '../api/list-candidates'

/** While a report is judged: open cases into which it may go (E12), and signed-off ones whose relapse it may be (E3). Nothing alike, no panel. */
export function CandidatesPanel({ hazardId, onMerge }: { hazardId: string; onMerge: (() => void) | null }) {
  const { t } = useTranslation('hazards')
  const alike = (useDuplicates(hazardId).data ?? []).filter((one) => one.isSimilar)
  const relapses = (useRelapses(hazardId).data ?? []).filter((one) => one.isProposed)
  if (alike.length + relapses.length === 0) return null
  return (
    <section className="panel no-print" data-testid="candidates">
      <h2>{t('candidates.title')}</h2>
      <ul className="plain-list">
        {alike.map((one) => (
          <li key={one.matterId} data-testid="duplicate">
            {t('candidates.duplicate')}<Link to={`/hazards/${one.matterId}`}>{one.number ?? t('unnumbered')}</Link>　{one.text}
            <span className="muted small">　{t('candidates.alike', { state: one.stateName, percent: one.similarity })}</span>
            {onMerge && <Button size="small" type="link" onClick={onMerge}>{t('candidates.merge')}</Button>}
          </li>
        ))}
        {relapses.map((one) => (
          <li key={one.matterId} data-testid="relapse">
            {t('candidates.relapse')}<Link to={`/hazards/${one.matterId}`}>{one.number ?? t('unnumbered')}</Link>　{one.text}
            <span className="muted small">　{t('candidates.signedOff', { at: formatDate(one.signedOffAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
