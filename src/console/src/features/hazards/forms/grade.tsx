import { Alert, Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { withoutBlanks } from '@/shared/format/values'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { useGradingBasis } from '../api/list-grading-basis'
import { ChoiceField, Field, LongTextField } from '@/shared/ui/form-fields'

function Fields({ hazard, form }: CommandFieldsProps) {
  const { t } = useTranslation(['hazards', 'shared'])
  const isMajor = Form.useWatch<string | undefined>('grade', form) === 'MAJOR'
  const bases = useGradingBasis(isMajor)
  // Clauses for other kinds of equipment cannot hold; with an unknown kind all are offered.
  const kind = hazard.equipment?.kind ?? undefined
  const fitting = bases.data?.filter((one) => !one.equipmentKind || !kind || one.equipmentKind === kind)
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
              {fitting?.map((one) => (
                <Checkbox key={one.code} value={one.code} data-testid={`option-basis-${one.code}`}>{one.name}<span className="muted small">　{one.source}</span></Checkbox>
              ))}
            </Checkbox.Group>
          </Field>
          {bases.isPending && <Loading rows={5} />}
          {bases.isError && <ErrorState error={bases.error} onRetry={() => void bases.refetch()} />}
        </>
      )}
      <LongTextField path="basisText" label={t('command.grade.basisText')} rows={2} required={isMajor} />
    </>
  )
}

export const grade: CommandForm = {
  Fields,
  initial: () => ({ grade: 'GENERAL', basis: [] }),
  toRequest: (values) => withoutBlanks({ ...values, basis: values.grade === 'MAJOR' ? (values.basis ?? []) : [] }),
}
