import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate } from '@/shared/format/dates'
import { i18n } from '@/shared/i18n/i18n'
import type { CommandFieldsProps, CommandForm } from '@/shared/matters/command-form'
import { LongTextField } from '@/shared/ui/form-fields'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { usePatterns } from '../api/list-patterns'

/** The hazards behind the proposal, so that the officer decides on what he has read. */
function Fields({ hazard }: CommandFieldsProps) {
  const { t } = useTranslation('hazards')
  const found = usePatterns(hazard.id)
  if (found.isPending) return <Loading rows={4} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      {found.data.filter((one) => one.state === 'PROPOSED').map((one) => (
        <fieldset className="list-field" key={one.id} data-testid="pattern-cases">
          <legend>{one.text}</legend>
          <ul className="plain-list">
            {one.items.map((item) => (
              <li key={item.matterId}>
                <Link to={`/hazards/${item.matterId}`} target="_blank">{item.number ?? t('unnumbered')}</Link>　{[item.enterpriseName, item.equipmentName, item.place].filter(Boolean).join(' · ')}
                <span className="muted small">　{formatDate(item.foundAt)}　{item.stateName}</span>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
      <LongTextField path="reason" label={t('command.pattern.reason')} rows={2} required />
    </>
  )
}

export const acceptPattern: CommandForm = { Fields, consequence: () => i18n.t('hazards:command.pattern.accepted') }
export const rejectPattern: CommandForm = { Fields, consequence: () => i18n.t('hazards:command.pattern.rejected') }
