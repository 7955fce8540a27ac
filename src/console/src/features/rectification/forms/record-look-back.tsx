import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { PersonField } from '@/shared/directory/pickers'
import { withoutBlanks } from '@/shared/format/values'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { useSession } from '@/shared/session/session'
import { EvidenceField, toFileRefs } from '@/shared/ui/evidence-field'
import { ChoiceField, LongTextField, SwitchField } from '@/shared/ui/form-fields'

function Fields({ form }: CommandFieldsProps) {
  const { t } = useTranslation('rectification')
  const me = useSession().user.personId ?? undefined
  const relapsed = Form.useWatch<string | undefined>('result', form) === 'RELAPSED'
  return (
    <>
      <ChoiceField path="result" label={t('lookBack.result')} required choices={['HOLDS', 'RELAPSED'].map((value) => ({ value, label: t(`lookBack.RESULT.${value}`) }))} />
      {relapsed && <SwitchField path="immediateDanger" label={t('lookBack.immediateDanger')} />}
      <LongTextField path="text" label={t('lookBack.text')} required />
      <PersonField path="secondInspectorId" label={t('lookBack.secondInspectorId')} postKind="INSPECTOR" exclude={me} required />
      <EvidenceField path="evidence" label={t('lookBack.evidence')} required />
    </>
  )
}

export const recordLookBack: CommandForm = {
  Fields,
  initial: () => ({ immediateDanger: false }),
  toRequest: (values) => withoutBlanks({ ...values, immediateDanger: values.immediateDanger ?? false, evidence: toFileRefs(values.evidence) }),
}
