import { Alert, Form, type FormInstance } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceField, LongTextField } from '@/shared/ui/form-fields'
import { useRelapses } from '../api/list-candidates'

const NONE = 'NONE'

/** Whether this is a relapse of a case signed off on the same device; asked only when there is one. */
export function RelapseFields({ hazardId, form }: { hazardId: string; form: FormInstance }) {
  const { t } = useTranslation('hazards')
  const found = useRelapses(hazardId).data ?? []
  const answer = Form.useWatch<string | undefined>('relapseOf', form)
  if (found.length === 0) return null
  return (
    <>
      <Alert type="warning" showIcon title={t('command.register.relapseNotice')} className="form-note" data-testid="relapse-notice" />
      <ChoiceField path="relapseOf" label={t('command.register.relapseOf')} required={found.some((one) => one.isProposed)} choices={[
        ...found.map((one) => ({ value: one.matterId, label: t('command.register.relapseYes', { number: one.number }), hint: one.text })),
        { value: NONE, label: t('command.register.relapseNo') },
      ]} />
      {answer && <LongTextField path="relapseReason" label={t('command.register.relapseReason')} rows={2} required />}
    </>
  )
}

export const relapseAnswer = (values: Record<string, unknown>) =>
  values.relapseOf === NONE ? { ...values, relapseOf: undefined, relapseRejected: true } : values
