import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isClosed } from '@/shared/matters/hazard'
import type { Workbench } from '../api/read-workbench'

/** How many stand where, as bars with names; each bar opens its rows. */
export function StatesPanel({ workbench }: { workbench: Workbench }) {
  const { t } = useTranslation(['workbench', 'shared'])
  const rows = workbench.byState.filter((one) => one.count > 0)
  const most = Math.max(1, ...rows.map((one) => one.count))
  if (rows.length === 0) return <p className="muted panel-empty">{t('noHazards')}</p>
  return (
    <>
      <ul className="plain-list state-bars">
        {rows.map((one) => (
          <li key={one.state}>
            <Link to={`/hazards?state=${one.state}`} className={isClosed(one.state) ? 'state-bar state-bar-done' : 'state-bar'} data-testid={`by-state-${one.state}`}>
              <span>{one.stateName ?? t(`shared:state.${one.state}`, { defaultValue: one.state })}</span>
              <span className="state-bar-track"><span style={{ width: `${(one.count / most) * 100}%` }} /></span>
              <span className="number">{one.count}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="muted small">{typeof workbench.averageRectificationDays === 'number' ? t('average', { days: workbench.averageRectificationDays.toFixed(1) }) : t('noAverage')}</p>
    </>
  )
}
