import { useTranslation } from 'react-i18next'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { ChoiceField, LongTextField } from '@/shared/ui/form-fields'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { useDuplicates } from '../api/list-candidates'

function Fields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const found = useDuplicates(hazard.id)
  if (found.isPending) return <Loading rows={3} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      {found.data.length === 0 && <p className="muted">{t('command.merge.none')}</p>}
      <ChoiceField path="targetId" label={t('command.merge.targetId')} required choices={found.data.map((one) => ({
        value: one.matterId,
        label: `${one.number ?? t('unnumbered')} ${one.text}`,
        hint: t(one.isSimilar ? 'command.merge.similar' : 'command.merge.other', { state: one.stateName, percent: one.similarity }),
      }))} />
      <LongTextField path="reason" label={t('command.merge.reason')} rows={2} required />
    </>
  )
}

export const merge: CommandForm = { Fields, danger: true, consequence: () => i18n.t('hazards:command.merge.consequence') }
