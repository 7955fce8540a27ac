import { Button, Empty, Result, Skeleton } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '@/shared/http/problem'

/** A skeleton after 300 ms, and after five seconds a word that it is slow and a way out. */
export function Loading({ rows = 6, onCancel, children }: { rows?: number; onCancel?: () => void; children?: ReactNode }) {
  const { t } = useTranslation('shared')
  const [stage, setStage] = useState<'quiet' | 'skeleton' | 'slow'>('quiet')
  useEffect(() => {
    const shown = setTimeout(() => setStage('skeleton'), 300)
    const slow = setTimeout(() => setStage('slow'), 5000)
    return () => { clearTimeout(shown); clearTimeout(slow) }
  }, [])
  if (stage === 'quiet') return <div className="state-box" aria-busy="true" />
  return (
    <div className="state-box" aria-busy="true" aria-live="polite" data-testid="loading">
      {stage === 'slow' && (
        <p className="muted">
          {t('status.slow')} {onCancel && <Button size="small" onClick={onCancel}>{t('action.cancel')}</Button>}
        </p>
      )}
      {children ?? <Skeleton active title={false} paragraph={{ rows }} />}
    </div>
  )
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('shared')
  const problem = error instanceof Problem ? error : null
  const retry = onRetry && <Button type="primary" onClick={onRetry}>{t('action.retry')}</Button>
  if (problem?.status === 403) return <NoPermission detail={problem.detail} />
  if (problem?.status === 404) {
    return <Result status="404" title={t('status.notFound')} subTitle={problem.detail || t('status.notFoundHint')} data-testid="not-found" />
  }
  if (problem?.isOffline) {
    return <Result status="warning" title={t('status.offline')} subTitle={t('status.offlineHint')} extra={retry} data-testid="offline" />
  }
  return (
    <Result
      status="error"
      title={problem?.title || t('status.errorTitle')}
      subTitle={<>{problem?.detail}{problem?.traceId && <div className="muted">{t('status.traceId', { traceId: problem.traceId })}</div>}</>}
      extra={retry}
      data-testid="error-state"
    />
  )
}

export function NoPermission({ detail }: { detail?: string }) {
  const { t } = useTranslation('shared')
  return <Result status="403" title={t('status.noPermission')} subTitle={detail || t('status.noPermissionHint')} data-testid="no-permission" />
}

/** Says what will appear here and how to make it appear. */
export function EmptyState({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} data-testid="empty-state"
      description={<><div className="empty-title">{title}</div>{hint && <div className="muted">{hint}</div>}</>}>
      {action}
    </Empty>
  )
}
