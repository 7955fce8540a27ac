import { useTranslation } from 'react-i18next'
import { PersonField } from '@/shared/directory/pickers'
import { instantOf, withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { useSession } from '@/shared/session/session'
import { DateField } from '@/shared/ui/date-field'
import { EvidenceField, toFileRefs } from '@/shared/ui/evidence-field'
import { LongTextField, SwitchField, TextField } from '@/shared/ui/form-fields'
import { ListField } from '@/shared/ui/list-field'
import { ServiceFields, toService } from './service-fields'

function MeasureFields() {
  const { t } = useTranslation('hazards')
  return (
    <>
      <LongTextField path="text" label={t('command.emergency.text')} required />
      <div className="form-row">
        <DateField path="takenAt" label={t('command.emergency.takenAt')} withTime required extra={t('command.emergency.takenAtHint')} />
        <TextField path="takenBy" label={t('command.emergency.takenBy')} required />
      </div>
      <LongTextField path="lateReason" label={t('command.lateReason')} rows={1} extra={t('command.lateReasonHint')} />
      <EvidenceField path="evidence" label={t('command.emergency.evidence')} />
    </>
  )
}

export const emergencyMeasure: CommandForm = {
  Fields: MeasureFields,
  initial: (_, now) => ({ takenAt: now, evidence: [] }),
  toRequest: (values) => withoutBlanks({ ...values, takenAt: instantOf(values.takenAt), evidence: toFileRefs(values.evidence) }),
  consequence: () => i18n.t('hazards:command.emergency.consequence'),
}

function SupplementFields({ form }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const me = useSession().user.personId ?? undefined
  return (
    <>
      <ListField name="items" label={t('command.instruction.items')} addText={i18n.t('shared:action.add')} blank={{ problem: '', clause: '', measure: '' }}>
        {({ path, listName }) => (
          <>
            <LongTextField path={path('problem')} listName={listName('problem')} label={t('command.instruction.problem')} rows={2} required />
            <TextField path={path('clause')} listName={listName('clause')} label={t('command.instruction.clause')} required />
            <LongTextField path={path('measure')} listName={listName('measure')} label={t('command.instruction.measure')} rows={2} required />
          </>
        )}
      </ListField>
      <TextField path="legalBasis" label={t('command.instruction.legalBasis')} required />
      <SwitchField path="stopUse" label={t('command.instruction.stopUse')} onText={t('command.instruction.stopUseOn')} offText={t('command.instruction.stopUseOff')} />
      <PersonField path="secondInspectorId" label={t('command.instruction.secondInspectorId')} postKind="INSPECTOR" exclude={me} required extra={t('command.instruction.secondHint')} />
      <ServiceFields form={form} />
    </>
  )
}

export const supplementInstruction: CommandForm = {
  Fields: SupplementFields,
  initial: (hazard, now) => ({
    items: [{ problem: hazard.text, clause: '', measure: hazard.emergencyMeasures?.find((one) => !one.supplementedAt)?.text ?? '' }],
    legalBasis: i18n.t('hazards:command.instruction.legalBasisDefault'),
    stopUse: false,
    service: { mode: 'DIRECT', refused: false, servedAt: now },
  }),
  toRequest: (values) => withoutBlanks({ ...values, service: toService(values.service) }),
  consequence: () => i18n.t('hazards:command.emergency.supplement'),
}
