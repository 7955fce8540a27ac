import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { EnterpriseInput, EquipmentInput } from '@/shared/directory/pickers'
import { withoutBlanks } from '@/shared/format/values'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { Field, LongTextField, TextField } from '@/shared/ui/form-fields'
import { RelapseFields, relapseAnswer } from './relapse-fields'

function Fields({ hazard, form }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const enterpriseId = Form.useWatch<string | undefined>('enterpriseId', form)
  return (
    <>
      <Field path="enterpriseId" label={t('command.register.enterpriseId')} required>
        <EnterpriseInput testId="field-enterpriseId" known={hazard.enterpriseId ? { id: hazard.enterpriseId, name: hazard.enterpriseName ?? '' } : null} />
      </Field>
      <Field path="equipmentId" label={t('command.register.equipmentId')} extra={hazard.equipmentText ?? ''}>
        <EquipmentInput testId="field-equipmentId" enterpriseId={enterpriseId ?? undefined}
          known={hazard.equipment ? { id: hazard.equipment.id, name: [hazard.equipment.kindName, hazard.equipment.code].filter(Boolean).join(' ') } : null} />
      </Field>
      <TextField path="clause" label={t('command.register.clause')} placeholder={t('command.register.clauseHint')} required />
      <RelapseFields hazardId={hazard.id} form={form} />
      <LongTextField path="note" label={t('command.register.note')} rows={2} />
    </>
  )
}

export const register: CommandForm = {
  Fields,
  initial: (hazard) => ({ enterpriseId: hazard.enterpriseId ?? undefined, equipmentId: hazard.equipment?.id }),
  toRequest: (values) => withoutBlanks(relapseAnswer(values)),
}
