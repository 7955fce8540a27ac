import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { EquipmentInput, PersonField } from '@/shared/directory/pickers'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { useSession } from '@/shared/session/session'
import { ChoiceField, Field, LongTextField, NumberField, SelectField, TextField } from '@/shared/ui/form-fields'
import { ListField } from '@/shared/ui/list-field'
import { ServiceFields, toService } from './service-fields'

function SeizeFields({ hazard, form }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const me = useSession().user.personId ?? undefined
  return (
    <>
      <ChoiceField path="kind" label={t('command.seizure.kind')} required choices={[{ value: 'SEAL', label: t('command.seizure.SEAL') }, { value: 'SEIZE', label: t('command.seizure.SEIZE') }]} />
      <LongTextField path="reason" label={t('command.seizure.reason')} rows={2} required />
      <TextField path="legalBasis" label={t('command.instruction.legalBasis')} required />
      <ListField name="objects" label={t('command.seizure.objects')} addText={i18n.t('shared:action.add')} blank={{ name: '', quantity: 1, unit: '', description: '' }}>
        {({ path, listName }) => (
          <>
            <TextField path={path('name')} listName={listName('name')} label={t('command.seizure.name')} required />
            <div className="form-row">
              <NumberField path={path('quantity')} listName={listName('quantity')} label={t('command.seizure.quantity')} required />
              <TextField path={path('unit')} listName={listName('unit')} label={t('command.seizure.unit')} required />
            </div>
            <TextField path={path('description')} listName={listName('description')} label={t('command.seizure.description')} />
            <Field path={path('equipmentId')} listName={listName('equipmentId')} label={t('command.seizure.equipmentId')}>
              <EquipmentInput testId={`field-${path('equipmentId')}`} enterpriseId={hazard.enterpriseId ?? undefined}
                known={hazard.equipment ? { id: hazard.equipment.id, name: [hazard.equipment.name, hazard.equipment.code].filter(Boolean).join(' ') } : null} />
            </Field>
          </>
        )}
      </ListField>
      <TextField path="keptAt" label={t('command.seizure.keptAt')} required />
      <PersonField path="secondInspectorId" label={t('command.instruction.secondInspectorId')} postKind="INSPECTOR" exclude={me} required extra={t('command.seizure.secondHint')} />
      <ServiceFields form={form} />
    </>
  )
}

export const seizeOrSeal: CommandForm = {
  Fields: SeizeFields,
  danger: true,
  initial: (hazard, now) => ({
    kind: 'SEAL', reason: hazard.text, legalBasis: i18n.t('hazards:command.seizure.legalBasisDefault'),
    objects: [{ name: hazard.equipment?.name ?? hazard.equipmentKindName ?? '', quantity: 1, unit: i18n.t('hazards:command.seizure.unitDefault'), description: '', equipmentId: hazard.equipment?.id }],
    service: { mode: 'DIRECT', refused: false, servedAt: now },
  }),
  toRequest: (values) => withoutBlanks({ ...values, service: toService(values.service) }),
  consequence: () => i18n.t('hazards:command.seizure.consequence'),
}

function ExtendFields() {
  const { t } = useTranslation('hazards')
  return <LongTextField path="reason" label={t('command.seizure.extendReason')} required />
}

export const extendSeizure: CommandForm = { Fields: ExtendFields, toRequest: withoutBlanks, consequence: () => i18n.t('hazards:command.seizure.extendConsequence') }

function StopFields() {
  const { t } = useTranslation('hazards')
  return (
    <>
      <SelectField path="reason" label={t('command.seizure.stopReason')} required choices={[{ value: 'INSPECTION_OR_TESTING', label: t('command.seizure.INSPECTION_OR_TESTING') }]} />
      <LongTextField path="basis" label={t('command.seizure.stopBasis')} rows={2} required />
    </>
  )
}

export const stopSeizureClock: CommandForm = {
  Fields: StopFields, initial: () => ({ reason: 'INSPECTION_OR_TESTING' }), toRequest: withoutBlanks, consequence: () => i18n.t('hazards:command.seizure.stopConsequence'),
}

function ResumeFields() {
  const { t } = useTranslation('hazards')
  return <LongTextField path="basis" label={t('command.seizure.resumeBasis')} rows={2} required />
}

export const resumeSeizureClock: CommandForm = { Fields: ResumeFields, toRequest: withoutBlanks }

/** “Period over” is a ground only after its last day, and not while the clock is stopped. */
function ReleaseFields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const { today } = useClock()
  const open = hazard.seizures?.find((one) => !one.releasedAt)
  const isOver = open !== undefined && !open.clockStopped && today > open.until
  const grounds = ['REASON_GONE', ...(isOver ? ['PERIOD_OVER'] : []), 'NO_LONGER_NEEDED']
  const me = useSession().user.personId ?? undefined
  return (
    <>
      <ChoiceField path="ground" label={t('command.seizure.ground')} required choices={grounds.map((value) => ({ value, label: t(`command.seizure.GROUND.${value}`) }))} />
      <LongTextField path="note" label={t('command.seizure.note')} rows={2} required />
      <TextField path="receiver" label={t('command.seizure.receiver')} required />
      <PersonField path="secondInspectorId" label={t('command.instruction.secondInspectorId')} postKind="INSPECTOR" exclude={me} required extra={t('command.seizure.secondHint')} />
    </>
  )
}

export const releaseSeizure: CommandForm = { Fields: ReleaseFields, toRequest: withoutBlanks, consequence: () => i18n.t('hazards:command.seizure.releaseConsequence') }
