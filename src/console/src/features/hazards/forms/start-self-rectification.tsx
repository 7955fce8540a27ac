import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { withoutBlanks } from '@/shared/format/values'
import type { CommandForm } from '@/shared/matters/command-form'
import { DateField } from '@/shared/ui/date-field'
import { LongTextField } from '@/shared/ui/form-fields'

function Fields() {
  const { t } = useTranslation('hazards')
  const { today } = useClock()
  return (
    <>
      <DateField path="deadline" label={t('command.selfRectification.deadline')} min={today} required />
      <LongTextField path="note" label={t('command.selfRectification.note')} rows={2} />
    </>
  )
}

export const startSelfRectification: CommandForm = { Fields, toRequest: withoutBlanks }
