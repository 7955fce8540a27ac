import { AlertFilled, AuditOutlined, CheckCircleOutlined, EditOutlined, FileDoneOutlined, SearchOutlined, StopOutlined, ToolOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isClosed } from '@/shared/matters/hazard'

const ICONS: Record<string, ReactNode> = {
  REPORTED: <SearchOutlined />, REGISTERED: <AuditOutlined />, GRADED: <AuditOutlined />, ORDERED: <FileDoneOutlined />,
  PLAN_PENDING: <EditOutlined />, PLAN_IN_REVIEW: <AuditOutlined />, PLAN_RETURNED: <EditOutlined />, RECTIFYING: <ToolOutlined />,
  SELF_RECTIFYING: <ToolOutlined />, REPORT_SUBMITTED: <SearchOutlined />, REINSPECTING: <SearchOutlined />, REINSPECTION_FAILED: <StopOutlined />,
  PASSED: <CheckCircleOutlined />, FIXED_ON_THE_SPOT: <CheckCircleOutlined />, SIGNED_OFF: <CheckCircleOutlined />,
}

export function StateBadge({ state, name, testId = 'state-badge' }: { state: string; name?: string | null | undefined; testId?: string }) {
  const { t } = useTranslation('shared')
  const tone = isClosed(state) ? 'done' : state === 'PLAN_RETURNED' || state === 'REINSPECTION_FAILED' ? 'back' : 'open'
  return (
    <span className={`state state-${tone}`} data-testid={testId} data-state={state}>
      {ICONS[state] ?? <CheckCircleOutlined />}
      <span>{name ?? t(`state.${state}`, { defaultValue: state })}</span>
    </span>
  )
}

export function GradeBadge({ grade, name }: { grade?: string | null | undefined; name?: string | null | undefined }) {
  const { t } = useTranslation('shared')
  if (!grade) return <span className="muted">{t('grade.none')}</span>
  return (
    <span className={`grade grade-${grade.toLowerCase()}`} data-testid="grade-badge" data-grade={grade}>
      {grade === 'MAJOR' && <AlertFilled />}
      <span>{name ?? t(`grade.${grade}`)}</span>
    </span>
  )
}
