import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { formatDate } from '@/shared/format/dates'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { DateField } from '@/shared/ui/date-field'
import { ChoiceField, LongTextField, NumberField, TextField } from '@/shared/ui/form-fields'
import { ListField } from '@/shared/ui/list-field'

const MODES = ['STOP_USE', 'MONITORED_USE', 'ISOLATION']

function Fields({ hazard, form }: CommandFieldsProps) {
  const { t } = useTranslation('rectification')
  const { today } = useClock()
  const noFunds = Form.useWatch<number | undefined>(['funding', 'amount'], form) === 0
  const isMajor = hazard.grade === 'MAJOR'
  const limit = hazard.instruction?.deadline
  return (
    <>
      <LongTextField path="goal" label={t('command.plan.goal')} placeholder={t('command.plan.goalHint')} rows={2} required />
      <ListField name="measures" label={t('command.plan.measures')} addText={t('command.plan.addMeasure')} blank={{ text: '', date: null, owner: '' }}>
        {({ path, listName }) => (
          <>
            <LongTextField path={path('text')} listName={listName('text')} label={t('command.plan.measureText')} rows={1} required />
            <div className="form-row">
              <DateField path={path('date')} listName={listName('date')} label={t('command.plan.measureDate')} min={today} required />
              <TextField path={path('owner')} listName={listName('owner')} label={t('command.plan.measureOwner')} required />
            </div>
          </>
        )}
      </ListField>
      <DateField path="deadline" label={t('command.plan.deadline')} min={today} required extra={limit ? t('command.plan.deadlineHint', { date: formatDate(limit) }) : ''} />
      <fieldset className="list-field">
        <legend>{t('command.plan.responsibility')}</legend>
        <div className="form-row">
          <TextField path="responsibility.unit" label={t('command.plan.unit')} required />
          <TextField path="responsibility.leader" label={t('command.plan.leader')} required />
        </div>
        <div className="form-row">
          <TextField path="responsibility.doer" label={t('command.plan.doer')} required />
          <TextField path="responsibility.supervisor" label={t('command.plan.supervisor')} required />
        </div>
      </fieldset>
      <fieldset className="list-field">
        <legend>{t('command.plan.funding')}</legend>
        <div className="form-row">
          <NumberField path="funding.amount" label={t('command.plan.amount')} suffix={t('command.plan.yuan')} required />
          {!noFunds && <TextField path="funding.source" label={t('command.plan.source')} required />}
          {!noFunds && <DateField path="funding.arrivalDate" label={t('command.plan.arrivalDate')} required />}
        </div>
        {noFunds && <LongTextField path="funding.zeroReason" label={t('command.plan.zeroReason')} rows={1} required />}
      </fieldset>
      <LongTextField path="contingencyPlan" label={t('command.plan.contingencyPlan')} rows={2} required={isMajor} extra={isMajor ? '' : t('command.plan.optional')} />
      {isMajor && (
        <ChoiceField path="interimControlMode" label={t('command.plan.interimControlMode')} required choices={MODES.map((value) => ({ value, label: t(`command.plan.MODE.${value}`) }))} />
      )}
      <LongTextField path="interimControl" label={t('command.plan.interimControl')} placeholder={t('command.plan.interimHint')} rows={2} required={isMajor} extra={isMajor ? '' : t('command.plan.optional')} />
    </>
  )
}

export const submitPlan: CommandForm = {
  Fields,
  // A returned plan is corrected, not typed again.
  initial: (hazard) => {
    const { plan } = hazard
    if (plan) {
      return {
        goal: plan.goal, measures: plan.measures, deadline: plan.deadline, responsibility: plan.responsibility, funding: plan.funding,
        contingencyPlan: plan.contingencyPlan, interimControl: plan.interimControl, interimControlMode: plan.interimControlMode,
      }
    }
    return {
      measures: (hazard.instruction?.items ?? [{ measure: '' }]).map((item) => ({ text: item.measure, date: null, owner: '' })),
      deadline: hazard.instruction?.deadline,
      responsibility: { unit: hazard.enterpriseName ?? '' },
    }
  },
  toRequest: withoutBlanks,
  consequence: () => i18n.t('rectification:command.plan.consequence'),
}
