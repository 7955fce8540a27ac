import { useTranslation } from 'react-i18next'
import { instantOf, withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandForm } from '@/shared/matters/command-form'
import { DateField } from '@/shared/ui/date-field'
import { EvidenceField, toFileRefs } from '@/shared/ui/evidence-field'
import { ChoiceField, LongTextField } from '@/shared/ui/form-fields'

const Nothing = () => null

export const signForReport: CommandForm = { Fields: Nothing, consequence: () => i18n.t('hazards:command.receipt.consequence') }

export const closeFrontlineReport: CommandForm = { Fields: Nothing, consequence: () => i18n.t('hazards:command.frontline.closeConsequence') }

function TownFields() {
  const { t } = useTranslation('hazards')
  return (
    <>
      <ChoiceField path="trigger" label={t('command.frontline.trigger')} required choices={[
        { value: 'REGIONAL_OR_PREVALENT', label: t('command.frontline.TRIGGER.REGIONAL_OR_PREVALENT') }, { value: 'REFUSAL', label: t('command.frontline.TRIGGER.REFUSAL') },
      ]} />
      <LongTextField path="situation" label={t('command.frontline.situation')} required />
      <DateField path="happenedAt" label={t('command.frontline.happenedAt')} withTime />
      <LongTextField path="lateReason" label={t('command.lateReason')} rows={1} extra={t('command.lateReasonHint')} />
    </>
  )
}

export const reportToTown: CommandForm = {
  Fields: TownFields,
  initial: (_, now) => ({ happenedAt: now }),
  toRequest: (values) => withoutBlanks({ ...values, happenedAt: instantOf(values.happenedAt) }),
  consequence: () => i18n.t('hazards:command.frontline.consequence'),
}

function WrittenFields() {
  const { t } = useTranslation('hazards')
  return (
    <>
      <LongTextField path="situation" label={t('command.frontline.written')} required />
      <EvidenceField path="evidence" label={t('command.frontline.evidence')} required />
    </>
  )
}

export const writtenReport: CommandForm = {
  Fields: WrittenFields,
  initial: () => ({ evidence: [] }),
  toRequest: (values) => withoutBlanks({ ...values, evidence: toFileRefs(values.evidence) }),
}
