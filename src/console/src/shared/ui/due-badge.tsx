import { ClockCircleOutlined, ExclamationCircleFilled, FieldTimeOutlined, MinusOutlined, PauseCircleOutlined, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueStatus } from '@/shared/matters/hazard'

const ICONS: Record<DueStatus, ReactNode> = {
  OVERDUE: <ExclamationCircleFilled />,
  TODAY: <WarningFilled />,
  WITHIN_3: <FieldTimeOutlined />,
  NORMAL: <ClockCircleOutlined />,
  PAUSED: <PauseCircleOutlined />,
  NONE: <MinusOutlined />,
}

/** Words, colour and icon together: colour never speaks alone. */
export function DueBadge({ status, overdueWorkingDays }: { status: DueStatus; overdueWorkingDays?: number | null | undefined }) {
  const { t } = useTranslation('shared')
  const words = status === 'OVERDUE' && overdueWorkingDays ? t('due.OVERDUE_days', { days: overdueWorkingDays }) : t(`due.${status}`)
  return (
    <span className={`due due-${status.toLowerCase().replace('_', '-')}`} data-testid="due-badge" data-status={status}>
      {ICONS[status]}
      <span>{words}</span>
    </span>
  )
}
