import { useTranslation } from 'react-i18next'
import { EnterpriseInput } from '@/shared/directory/pickers'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandForm } from '@/shared/matters/command-form'
import { EvidenceField, toFileRefs } from '@/shared/ui/evidence-field'
import { ChoiceField, Field, LongTextField, TextField } from '@/shared/ui/form-fields'
import { ClosingFields } from './closing-fields'

function TransferFields() {
  const { t } = useTranslation('hazards')
  return (
    <ClosingFields>
      <Field path="newUnitId" label={t('command.transferUnit.newUnitId')} required><EnterpriseInput testId="field-newUnitId" /></Field>
      <TextField path="newPlace" label={t('command.closing.newPlace')} required />
    </ClosingFields>
  )
}

function MissingFields() {
  const { t } = useTranslation('hazards')
  return (
    <>
      <LongTextField path="search" label={t('command.missing.search')} rows={3} required />
      <ChoiceField path="removalSuspected" label={t('command.missing.removalSuspected')} extra={t('command.missing.removalHint')} choices={[
        { value: 'YES', label: t('command.missing.suspected') }, { value: 'NO', label: t('command.missing.unsuspected') },
      ]} />
      <EvidenceField path="evidence" label={t('command.missing.evidence')} />
    </>
  )
}

export const transferUnit: CommandForm = {
  Fields: TransferFields,
  toRequest: (values) => withoutBlanks({ ...values, evidence: toFileRefs(values.evidence) }),
  consequence: () => i18n.t('hazards:command.transferUnit.consequence'),
}

export const recordMissing: CommandForm = {
  Fields: MissingFields,
  toRequest: (values) => withoutBlanks({
    ...values, evidence: toFileRefs(values.evidence), removalSuspected: values.removalSuspected === undefined ? undefined : values.removalSuspected === 'YES',
  }),
  consequence: () => i18n.t('hazards:command.missing.consequence'),
}
