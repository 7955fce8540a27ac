import { Alert, Checkbox, Form } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { ChoiceField, Field, LongTextField } from '@/shared/ui/form-fields'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { useReportRecipients } from '../api/find-report-recipients'

/** The rule names the recipients; the officer answers why the government is told, or why not. */
function Fields({ hazard, form }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const plan = useReportRecipients(hazard.id)
  const toGovernment = Form.useWatch<string | undefined>('toGovernment', form)
  const extra = Form.useWatch<string[] | undefined>('grounds', form) ?? []
  const computed = plan.data?.grounds.filter((one) => one.computed) ?? []
  const byDefault = plan.data?.toGovernment

  useEffect(() => {
    if (byDefault !== undefined && form.getFieldValue('toGovernment') === undefined) form.setFieldValue('toGovernment', byDefault ? 'YES' : 'NO')
  }, [byDefault, form])

  if (plan.isPending) return <Loading rows={6} />
  if (plan.isError) return <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
  return (
    <>
      <fieldset className="list-field" data-testid="report-recipients">
        <legend>{t('command.reportMajor.recipients')}</legend>
        <ul className="plain-list">
          {plan.data.recipients.map((one) => (
            <li key={one.role + one.departmentName}>{one.departmentName}<span className="muted small">　{one.roleName}，{one.reason}{one.postName ? `（${one.postName}）` : ''}</span></li>
          ))}
          {toGovernment === 'YES' && plan.data.government && <li>{plan.data.government.departmentName}<span className="muted small">　{plan.data.government.roleName}</span></li>}
        </ul>
      </fieldset>
      <LongTextField path="situation" label={t('command.reportMajor.situation')} required />
      <LongTextField path="measures" label={t('command.reportMajor.measures')} rows={2} required />
      <LongTextField path="advice" label={t('command.reportMajor.advice')} rows={2} />
      {computed.length > 0 && <Alert type="warning" showIcon className="form-note" title={t('command.reportMajor.computed', { grounds: computed.map((one) => one.name).join('、') })} />}
      <Field path="grounds" label={t('command.reportMajor.grounds')}>
        <Checkbox.Group className="choice-group choice-column" data-testid="field-grounds">
          {plan.data.grounds.filter((one) => !one.computed).map((one) => <Checkbox key={one.code} value={one.code}>{one.name}</Checkbox>)}
        </Checkbox.Group>
      </Field>
      <ChoiceField path="toGovernment" label={t('command.reportMajor.toGovernment')} required choices={[
        { value: 'YES', label: t('command.reportMajor.yes') }, { value: 'NO', label: t('command.reportMajor.no') },
      ]} />
      <LongTextField path="governmentReason" label={t(toGovernment === 'NO' ? 'command.reportMajor.whyNot' : 'command.reportMajor.why')} rows={2} required
        extra={toGovernment === 'NO' && computed.length + extra.length > 0 ? t('command.reportMajor.overrides') : ''} />
    </>
  )
}

export const reportMajor: CommandForm = {
  Fields,
  initial: (hazard) => ({ situation: hazard.text, grounds: [] }),
  toRequest: (values) => withoutBlanks({ ...values, toGovernment: values.toGovernment === undefined ? undefined : values.toGovernment === 'YES' }),
  consequence: () => i18n.t('hazards:command.reportMajor.consequence'),
}
