import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { PersonField } from '@/shared/directory/pickers'
import { addDays } from '@/shared/format/dates'
import { withoutBlanks } from '@/shared/format/values'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { useSession } from '@/shared/session/session'
import { DateField } from '@/shared/ui/date-field'
import { EvidenceField, toFileRefs } from '@/shared/ui/evidence-field'
import { ChoiceField, LongTextField, SwitchField, TextField } from '@/shared/ui/form-fields'
import { ListField } from '@/shared/ui/list-field'

function Fields({ form }: CommandFieldsProps) {
  const { t } = useTranslation('rectification')
  const { today } = useClock()
  const me = useSession().user.personId ?? undefined
  const failed = Form.useWatch<string | undefined>('result', form) === 'FAILED'
  return (
    <>
      <ChoiceField path="method" label={t('command.reinspect.method')} required choices={['SITE', 'DOCUMENTS'].map((value) => ({ value, label: t(`command.reinspect.METHOD.${value}`) }))} />
      <PersonField path="secondInspectorId" label={t('command.reinspect.secondInspectorId')} postKind="INSPECTOR" exclude={me} required />
      <ListField name="items" label={t('command.reinspect.items')} addText={t('command.reinspect.addItem')} blank={{ item: '', passed: true, note: '' }}>
        {({ path, listName }) => (
          <>
            <LongTextField path={path('item')} listName={listName('item')} label={t('command.reinspect.item')} rows={1} required />
            <div className="form-row">
              <SwitchField path={path('passed')} listName={listName('passed')} label={t('command.reinspect.passed')} onText={t('command.reinspect.pass')} offText={t('command.reinspect.fail')} />
              <TextField path={path('note')} listName={listName('note')} label={t('command.reinspect.note')} />
            </div>
          </>
        )}
      </ListField>
      <ChoiceField path="result" label={t('command.reinspect.result')} required choices={['PASSED', 'FAILED'].map((value) => ({ value, label: t(`command.reinspect.RESULT.${value}`) }))} />
      {failed && <DateField path="newDeadline" label={t('command.reinspect.newDeadline')} min={addDays(today, 1)} required />}
      <EvidenceField path="evidence" label={t('command.reinspect.evidence')} />
    </>
  )
}

export const reinspect: CommandForm = {
  Fields,
  initial: (hazard) => ({
    method: 'SITE',
    items: (hazard.instruction?.items.map((one) => one.problem) ?? hazard.plan?.measures.map((one) => one.text) ?? [hazard.text]).map((item) => ({ item, passed: true, note: '' })),
    evidence: [],
  }),
  toRequest: (values) => withoutBlanks({ ...values, newDeadline: values.result === 'FAILED' ? values.newDeadline : undefined, evidence: toFileRefs(values.evidence) }),
  consequence: () => i18n.t('rectification:command.reinspect.consequence'),
}
