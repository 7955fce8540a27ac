import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { RegionInput } from '@/shared/directory/pickers'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { toFileRefs } from '@/shared/ui/evidence-field'
import { ChoiceField, Field, TextField } from '@/shared/ui/form-fields'
import { ClosingFields } from './closing-fields'

const GROUNDS = ['REGISTRATION_CANCELLED', 'FUNCTION_DESTROYED', 'RELOCATED']

function DecommissionFields({ form }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const ground = Form.useWatch<string | undefined>('ground', form)
  return (
    <ClosingFields>
      <ChoiceField path="ground" label={t('command.decommission.ground')} required choices={GROUNDS.map((value) => ({ value, label: t(`command.decommission.GROUND.${value}`) }))} />
      {ground === 'REGISTRATION_CANCELLED' && <TextField path="certificateNumber" label={t('command.decommission.certificateNumber')} maxLength={60} required />}
      {ground === 'RELOCATED' && (
        <>
          <Field path="newRegionCode" label={t('command.closing.newRegionCode')} required><RegionInput testId="field-newRegionCode" /></Field>
          <TextField path="newPlace" label={t('command.closing.newPlace')} required />
        </>
      )}
    </ClosingFields>
  )
}

function MoveOutFields() {
  const { t } = useTranslation('hazards')
  return (
    <ClosingFields>
      <div className="form-row">
        <TextField path="newRegionName" label={t('command.moveOut.newRegionName')} maxLength={60} required />
        <TextField path="newRegionCode" label={t('command.moveOut.newRegionCode')} maxLength={12} required />
      </div>
      <TextField path="newRegulator" label={t('command.moveOut.newRegulator')} maxLength={100} required />
      <TextField path="newUnitName" label={t('command.moveOut.newUnitName')} />
      <TextField path="newPlace" label={t('command.closing.newPlace')} required />
    </ClosingFields>
  )
}

function ShutDownFields() {
  const { t } = useTranslation('hazards')
  return (
    <ClosingFields>
      <div className="form-row">
        <TextField path="authority" label={t('command.shutDown.authority')} maxLength={100} required />
        <TextField path="decisionNumber" label={t('command.shutDown.decisionNumber')} maxLength={60} required />
      </div>
      <ChoiceField path="equipmentStatus" label={t('command.shutDown.equipmentStatus')} required choices={['SEALED', 'SCRAPPED'].map((value) => ({ value, label: t(`command.shutDown.STATUS.${value}`) }))} />
    </ClosingFields>
  )
}

const closing = {
  danger: true,
  toRequest: (values: Record<string, unknown>) => withoutBlanks({ ...values, evidence: toFileRefs(values.evidence) }),
  consequence: () => i18n.t('hazards:command.closing.consequence'),
}

export const decommission: CommandForm = { Fields: DecommissionFields, ...closing }
export const recordMoveOut: CommandForm = { Fields: MoveOutFields, ...closing }
export const shutDown: CommandForm = { Fields: ShutDownFields, ...closing }
