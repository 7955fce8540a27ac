import { Alert, Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { withoutBlanks } from '@/shared/format/values'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { ChoiceField, Field, LongTextField } from '@/shared/ui/form-fields'

const BASES = [
  'UNLICENSED_OR_ELIMINATED', 'NOT_INSPECTED_OR_FAILED', 'SAFETY_DEVICE_FAILED', 'FAULT_NOT_CHECKED', 'OVER_PARAMETERS', 'OTHER_BY_REGULATOR', 'GB45067', 'EXPERT_OPINION',
]

function Fields({ form }: CommandFieldsProps) {
  const { t } = useTranslation(['hazards', 'shared'])
  const isMajor = Form.useWatch<string | undefined>('grade', form) === 'MAJOR'
  return (
    <>
      <ChoiceField path="grade" label={t('command.grade.grade')} required choices={[
        { value: 'GENERAL', label: t('shared:grade.GENERAL'), hint: t('command.grade.generalHint') },
        { value: 'MAJOR', label: t('shared:grade.MAJOR'), hint: t('command.grade.majorHint') },
      ]} />
      {isMajor && (
        <>
          <Alert type="warning" showIcon title={t('command.grade.majorNotice')} data-testid="major-notice" className="form-note" />
          <Field path="basis" label={t('command.grade.basis')} required>
            <Checkbox.Group className="choice-group choice-column" data-testid="field-basis">
              {BASES.map((code) => <Checkbox key={code} value={code} data-testid={`option-basis-${code}`}>{t(`command.grade.BASIS.${code}`)}</Checkbox>)}
            </Checkbox.Group>
          </Field>
        </>
      )}
      <LongTextField path="basisText" label={t('command.grade.basisText')} rows={2} required />
    </>
  )
}

export const grade: CommandForm = {
  Fields,
  initial: () => ({ grade: 'GENERAL', basis: [] }),
  toRequest: (values) => withoutBlanks({ ...values, basis: values.grade === 'MAJOR' ? (values.basis ?? []) : [] }),
}
