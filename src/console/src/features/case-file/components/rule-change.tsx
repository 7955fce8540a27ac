import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/shared/matters/case'
import { useSession } from '@/shared/session/session'
import { ActDrawer } from '@/shared/ui/act-drawer'
import { ChoiceField, LongTextField } from '@/shared/ui/form-fields'

const CHANGED = ['case', 'cases', 'tasks', 'ledger']

/** The rule of this task reads otherwise by now: whoever owes it may ask to withdraw it, an approver decides. */
export function RuleChange({ task }: { task: Task }) {
  const { t } = useTranslation('case-file')
  const { user } = useSession()
  const [open, setOpen] = useState(false)
  const waits = task.withdrawal
  const decides = user.posts.some((one) => one.kind === 'APPROVER' || one.kind === 'BUREAU_LEADER')
  return (
    <span className="rule-change" data-testid="rule-changed">
      <span className="rule-changed" title={t('rule.hint')}>{t('rule.changed')}</span>
      {waits && <span className="muted small">{t('rule.waits', { name: waits.proposedBy, reason: waits.reason })}</span>}
      {((!waits && task.canAct) || (waits && decides)) && <Button size="small" type="link" onClick={() => setOpen(true)} data-testid="withdraw-task">{t(waits ? 'rule.decide' : 'rule.withdraw')}</Button>}
      {open && !waits && (
        <ActDrawer title={t('rule.withdraw')} hint={t('rule.withdrawHint')} url={`/api/tasks/${task.id}/withdraw-by-rule-change`} testId="form-withdraw" shape={(values) => ({ ...values, version: task.version })} invalidate={CHANGED} onClose={() => setOpen(false)}>
          <LongTextField path="reason" label={t('rule.reason')} required />
        </ActDrawer>
      )}
      {open && waits && (
        <ActDrawer title={t('rule.decide')} hint={waits.reason} url={`/api/tasks/withdrawals/${waits.id}/decide`} testId="form-decide-withdrawal" shape={(values) => ({ ...values, approve: values.approve === 'yes' })} invalidate={CHANGED} onClose={() => setOpen(false)}>
          <ChoiceField path="approve" label={t('rule.decision')} required choices={[{ value: 'yes', label: t('rule.agree') }, { value: 'no', label: t('rule.disagree') }]} />
          <LongTextField path="opinion" label={t('rule.opinion')} />
        </ActDrawer>
      )}
    </span>
  )
}
