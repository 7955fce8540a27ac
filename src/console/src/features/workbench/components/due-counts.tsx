import { CalendarOutlined, ExclamationCircleFilled, FieldTimeOutlined, HourglassOutlined, TeamOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Workbench } from '../api/read-workbench'

type Counter = 'overdue' | 'dueToday' | 'within3' | 'toConfirm' | 'waitingForOthers'

const COUNTERS: { key: Counter; to: string; icon: ReactNode }[] = [
  { key: 'overdue', to: '/tasks?due=OVERDUE', icon: <ExclamationCircleFilled /> },
  { key: 'dueToday', to: '/tasks?due=TODAY', icon: <CalendarOutlined /> },
  { key: 'within3', to: '/tasks?due=WITHIN_3', icon: <FieldTimeOutlined /> },
  { key: 'toConfirm', to: '/tasks?form=confirm-step', icon: <TeamOutlined /> },
  { key: 'waitingForOthers', to: '/tasks?box=sent', icon: <HourglassOutlined /> },
]

/** Every number opens the rows behind it. */
export function DueCounts({ workbench }: { workbench: Workbench }) {
  const { t } = useTranslation('workbench')
  return (
    <nav className="counts" aria-label={t('title')}>
      {COUNTERS.map(({ key, to, icon }) => (
        <Link key={key} to={to} className={`count count-${key}${workbench[key] === 0 ? ' count-zero' : ''}`} data-testid={`count-${key}`}>
          <span className="count-name">{icon} {t(`count.${key}`)}</span>
          <b className="number">{workbench[key]}</b>
        </Link>
      ))}
    </nav>
  )
}
