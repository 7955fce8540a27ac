import { useTranslation } from 'react-i18next'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { ChoiceField, LongTextField, SelectField } from '@/shared/ui/form-fields'
import { useReceivers } from '../api/list-candidates'

function Fields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const receivers = useReceivers(hazard.id).data ?? []
  return (
    <>
      <SelectField path="departmentCode" label={t('command.routeOut.departmentCode')} required choices={receivers.map((one) => ({
        value: one.departmentCode, label: one.isNamed ? t('command.routeOut.named', { name: one.departmentName }) : one.departmentName,
      }))} />
      <ChoiceField path="kind" label={t('command.routeOut.kind')} required choices={['TRANSFER', 'COPY'].map((value) => ({ value, label: t(`command.routeOut.KIND.${value}`) }))} />
      <LongTextField path="reason" label={t('command.routeOut.reason')} rows={2} required />
    </>
  )
}

export const routeOut: CommandForm = { Fields, danger: true, initial: () => ({ kind: 'TRANSFER' }), consequence: () => i18n.t('hazards:command.routeOut.consequence') }

function ReceiptFields() {
  const { t } = useTranslation('hazards')
  return <LongTextField path="note" label={t('command.receiveRouted.note')} rows={2} />
}

export const receiveRouted: CommandForm = { Fields: ReceiptFields, toRequest: withoutBlanks }
