import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { addDays, formatDate } from '@/shared/format/dates'
import { withoutBlanks } from '@/shared/format/values'
import type { Case } from '@/shared/matters/case'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { DateField } from '@/shared/ui/date-field'
import { LongTextField } from '@/shared/ui/form-fields'
import { RequestIdField } from './opinions'

const DECIDED = new Set(['GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED'])
const openRequest = (hazard: Case) => hazard.extensions.find((one) => !DECIDED.has(one.state))

function RequestFields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('rectification')
  const { today } = useClock()
  const current = hazard.deadline?.date
  return (
    <>
      <DateField path="newDate" label={t('command.extension.newDate')} min={addDays(current && current > today ? current : today, 1)} required extra={current ? t('command.extension.current', { date: formatDate(current) }) : ''} />
      <LongTextField path="reason" label={t('command.extension.reason')} required />
      <LongTextField path="interimControl" label={t('command.extension.interimControl')} rows={2} required />
    </>
  )
}

function Asked({ hazard }: { hazard: Case }) {
  const { t } = useTranslation('rectification')
  const request = openRequest(hazard)
  if (!request) return null
  return <Alert className="form-note" type="info" title={t('command.extension.requestText', { date: formatDate(request.newDate), reason: request.reason })} />
}

function GrantFields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('rectification')
  const { today } = useClock()
  return (
    <>
      <RequestIdField />
      <Asked hazard={hazard} />
      <DateField path="newDate" label={t('command.extension.decideDate')} min={today} required />
      <LongTextField path="reason" label={t('command.extension.decideReason')} required />
    </>
  )
}

function RefuseFields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('rectification')
  return (
    <>
      <RequestIdField />
      <Asked hazard={hazard} />
      <LongTextField path="reason" label={t('command.extension.decideReason')} required />
    </>
  )
}

export const requestExtension: CommandForm = { Fields: RequestFields, toRequest: withoutBlanks }
export const grantExtension: CommandForm = {
  Fields: GrantFields,
  initial: (hazard) => ({ requestId: openRequest(hazard)?.id, newDate: openRequest(hazard)?.newDate }),
  toRequest: withoutBlanks,
}
export const refuseExtension: CommandForm = { Fields: RefuseFields, danger: true, initial: (hazard) => ({ requestId: openRequest(hazard)?.id }), toRequest: withoutBlanks }
