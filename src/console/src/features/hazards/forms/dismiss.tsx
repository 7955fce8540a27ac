import { useTranslation } from 'react-i18next'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandForm } from '@/shared/matters/command-form'
import { LongTextField } from '@/shared/ui/form-fields'

function Fields() {
  const { t } = useTranslation('hazards')
  return <LongTextField path="reason" label={t('command.dismiss.reason')} required />
}

export const dismiss: CommandForm = { Fields, danger: true, consequence: () => i18n.t('hazards:command.dismiss.consequence') }
