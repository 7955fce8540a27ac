import { TeamOutlined } from '@ant-design/icons'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '@/shared/format/dates'
import type { Case, Confirmation } from '@/shared/matters/case'
import type { CommandForms } from '@/shared/matters/command-form'
import { ProblemAlert } from '@/shared/ui/problem-alert'
import { ProposedForm } from './proposed-form'
import { useRunCommand } from '../api/run-command'

const isForm = (form: unknown): form is Record<string, unknown> => typeof form === 'object' && form !== null

/** Two-person acts look like it: who began, who is awaited, and only that second person gets the buttons. */
export function Confirmations({ hazard, forms }: { hazard: Case; forms: CommandForms }) {
  const { t } = useTranslation(['case-file', 'shared'])
  const { message } = App.useApp()
  const run = useRunCommand()
  const [refusing, setRefusing] = useState<Confirmation | null>(null)
  const [confirming, setConfirming] = useState<Confirmation | null>(null)
  const [withdrawing, setWithdrawing] = useState<Confirmation | null>(null)
  const [reason, setReason] = useState('')
  const waiting = hazard.confirmations.filter((one) => one.state === 'PENDING')
  if (waiting.length === 0) return null

  const answer = async (one: Confirmation, command: 'confirm-step' | 'refuse-step' | 'withdraw-step') => {
    const receipt = await run.mutateAsync({ hazardId: hazard.id, version: hazard.version, command, form: { confirmationId: one.id, ...(command === 'confirm-step' ? {} : { reason }) } })
    void message.success(receipt.message || t('done', { command: one.commandName ?? one.command }))
    setRefusing(null)
    setConfirming(null)
    setWithdrawing(null)
    setReason('')
  }

  return (
    <>
      {waiting.map((one) => (
        <div className="two-person" key={one.id} data-testid="confirmation" data-confirmation-id={one.id}>
          <TeamOutlined />
          <span>{t(one.signedBy?.length ? 'twoPerson.waitingNext' : 'twoPerson.waiting', { command: one.commandName ?? one.command, first: one.proposedBy, at: formatDateTime(one.proposedAt), signed: (one.signedBy ?? []).join('、'), second: one.confirmerName })}</span>
          {one.canWithdraw && (
            <span className="two-person-acts no-print">
              <Button onClick={() => { run.reset(); setWithdrawing(one) }} data-testid="command-withdraw-step">{t('twoPerson.withdraw')}</Button>
            </span>
          )}
          {one.canConfirm && (
            <span className="two-person-acts no-print">
              <Button type="primary" onClick={() => { run.reset(); setConfirming(one) }} data-testid="command-confirm-step">{t('twoPerson.confirm')}</Button>
              <Button onClick={() => { run.reset(); setRefusing(one) }} data-testid="command-refuse-step">{t('twoPerson.refuse')}</Button>
            </span>
          )}
        </div>
      ))}
      <Modal open={confirming !== null} title={`${t('twoPerson.confirm')}：${confirming?.commandName ?? ''}`} okText={t('twoPerson.confirm')} onCancel={() => setConfirming(null)} width={640} destroyOnHidden
        onOk={() => { if (confirming) void answer(confirming, 'confirm-step').catch(() => undefined) }} okButtonProps={{ loading: run.isPending, 'data-testid': 'submit' }}>
        <ProblemAlert error={run.error} seenVersion={hazard.version} />
        <p className="consequence">{t('twoPerson.consequence', { first: confirming?.proposedBy })}</p>
        {confirming && isForm(confirming.form) && <ProposedForm hazard={hazard} values={confirming.form} form={forms[confirming.command]} />}
      </Modal>
      <Modal open={refusing !== null} title={`${t('twoPerson.refuse')}：${refusing?.commandName ?? ''}`} okText={t('twoPerson.refuse')} onCancel={() => setRefusing(null)}
        onOk={() => { if (refusing) void answer(refusing, 'refuse-step').catch(() => undefined) }} okButtonProps={{ loading: run.isPending, danger: true, disabled: reason.trim() === '', 'data-testid': 'submit' }}>
        <ProblemAlert error={run.error} seenVersion={hazard.version} />
        <Input.TextArea rows={3} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} placeholder={t('twoPerson.reason')} aria-label={t('twoPerson.reason')} data-testid="field-reason" />
      </Modal>
      <Modal open={withdrawing !== null} title={`${t('twoPerson.withdraw')}：${withdrawing?.commandName ?? ''}`} okText={t('twoPerson.withdraw')} onCancel={() => setWithdrawing(null)}
        onOk={() => { if (withdrawing) void answer(withdrawing, 'withdraw-step').catch(() => undefined) }} okButtonProps={{ loading: run.isPending, danger: true, disabled: reason.trim() === '', 'data-testid': 'submit' }}>
        <ProblemAlert error={run.error} seenVersion={hazard.version} />
        <Input.TextArea rows={3} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} placeholder={t('twoPerson.withdrawReason')} aria-label={t('twoPerson.withdrawReason')} data-testid="field-reason" />
      </Modal>
    </>
  )
}
