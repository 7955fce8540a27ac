import { useTranslation } from 'react-i18next'
import { PersonField } from '@/shared/directory/pickers'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandForm } from '@/shared/matters/command-form'
import { useSession } from '@/shared/session/session'
import { EvidenceField, toFileRefs } from '@/shared/ui/evidence-field'
import { LongTextField } from '@/shared/ui/form-fields'

function Fields() {
  const { t } = useTranslation('hazards')
  const me = useSession().user.personId ?? undefined
  return (
    <>
      <LongTextField path="text" label={t('command.fixOnSpot.text')} required />
      <PersonField path="secondInspectorId" label={t('command.instruction.secondInspectorId')} postKind="INSPECTOR" exclude={me} required />
      <EvidenceField path="before" label={t('command.fixOnSpot.before')} required />
      <EvidenceField path="after" label={t('command.fixOnSpot.after')} required />
    </>
  )
}

export const fixOnSpot: CommandForm = {
  Fields,
  toRequest: (values) => withoutBlanks({ ...values, before: toFileRefs(values.before), after: toFileRefs(values.after) }),
  consequence: () => i18n.t('hazards:command.fixOnSpot.consequence'),
}
