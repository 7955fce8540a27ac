import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDayShort } from '@/shared/format/dates'
import type { HazardListItem } from '@/shared/matters/case'
import { DueBadge } from '@/shared/ui/due-badge'
import { GradeBadge, StateBadge } from '@/shared/ui/state-badge'

/** The ledger on a phone. */
export function HazardCards({ items }: { items: HazardListItem[] }) {
  const { t } = useTranslation('hazards')
  return (
    <ul className="card-list" data-testid="hazard-cards">
      {items.map((one) => (
        <li key={one.id}>
          <Link to={`/hazards/${one.id}`} className="hazard-card" data-testid="hazard-row" data-hazard-id={one.id}>
            <span className="card-line"><span className="muted small">{one.number ?? t('unnumbered')}</span><StateBadge state={one.state} name={one.stateName} testId="row-state" /></span>
            <span className="card-title">{one.title || one.text}</span>
            <span className="card-line small"><span>{one.enterpriseName ?? t('noUnit')}</span><GradeBadge grade={one.grade} name={one.gradeName} /></span>
            {one.deadline && (
              <span className="card-line small"><DueBadge status={one.isOverdue ? 'OVERDUE' : one.deadline.status} overdueWorkingDays={one.overdueWorkingDays} /><span>{formatDayShort(one.deadline.date)}</span></span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
