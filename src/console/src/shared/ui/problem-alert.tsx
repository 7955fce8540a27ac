import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { normalizePath, Problem, type FieldError } from '@/shared/http/problem'

// The sentence may already begin with the word: 应填写…, 实际为空.
const worded = (text: string, word: string, sentence: string) => (text.startsWith(word) ? text : sentence)

/** One refused field: what was expected, what came, which article. */
export function FieldErrorText({ error }: { error: FieldError }) {
  const { t } = useTranslation('shared')
  return (
    <span className="field-error" role="alert">
      {error.expected && <span>{worded(error.expected, '应', t('refusal.expected', { value: error.expected }))}</span>}
      {error.actual && <span>{worded(error.actual, '实际', t('refusal.actual', { value: error.actual }))}</span>}
      {error.article && <span className="article">{t('refusal.article', { value: error.article })}</span>}
    </span>
  )
}

interface Props {
  error: unknown
  /** Paths that show their own error beside the field. */
  placed?: ReadonlySet<string>
  seenVersion?: number
  onReload?: () => void
}

/** The refusal above the form: title, sentence, what has no field of its own, and what to do about a stale version. */
export function ProblemAlert({ error, placed, seenVersion, onReload }: Props) {
  const { t } = useTranslation('shared')
  if (!error) return null
  const problem = error instanceof Problem ? error : new Problem(500, { title: t('refusal.default'), detail: String(error) })
  if (problem.isOffline) {
    return <Alert className="form-note" type="warning" showIcon title={t('status.offline')} description={t('status.offlineHint')} data-testid="problem" data-code="offline" />
  }
  const loose = problem.errors.filter((one) => !placed?.has(normalizePath(one.field)))
  const stale = problem.isStale && seenVersion !== undefined && problem.currentVersion !== seenVersion
  const title = stale ? t('refusal.staleTitle') : problem.title || (problem.status >= 500 ? t('status.serverFault') : t('refusal.default'))
  const detail = stale
    ? t('refusal.stale', { seen: seenVersion, current: problem.currentVersion, state: t(`state.${problem.currentState}`, { defaultValue: problem.currentState ?? '' }) })
    : problem.detail
  return (
    <Alert
      className="form-note"
      type="error"
      showIcon
      data-testid="problem"
      data-code={problem.code}
      title={title}
      description={
        <>
          {detail && detail !== title && <div>{detail}</div>}
          {loose.length > 0 && <ul className="plain-list">{loose.map((one) => <li key={one.field}><FieldErrorText error={one} /></li>)}</ul>}
          {problem.status >= 500 && problem.traceId && <div className="muted">{t('status.traceId', { traceId: problem.traceId })}</div>}
          {stale && onReload && <Button size="small" onClick={onReload} data-testid="reload-case">{t('refusal.reload')}</Button>}
        </>
      }
    />
  )
}
