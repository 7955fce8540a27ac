import { useTranslation } from 'react-i18next'
import type { Case } from '@/shared/matters/case'

export function PartiesPanel({ hazard }: { hazard: Case }) {
  const { t } = useTranslation(['case-file', 'shared'])
  const facts: [string, string | null | undefined][] = [
    [t('facts.text'), hazard.text],
    [t('facts.place'), [hazard.regionName, hazard.place].filter(Boolean).join(' ')],
    [t('facts.clause'), hazard.clause],
    [t('facts.basis'), hazard.gradingBasis?.join(t('shared:semicolon'))],
    [t('facts.gradingText'), hazard.gradingText],
    [t('facts.lateReason'), hazard.lateReason],
  ]
  return (
    <dl className="facts-list">
      {facts.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      {hazard.parties.map((one, index) => (
        <div key={`${one.role}${index}`}>
          <dt>{one.roleName ?? one.role}</dt>
          <dd>{one.personName} <span className={one.personName ? 'muted' : ''}>{[one.postName, one.departmentName ?? one.enterpriseName].filter(Boolean).join(' · ')}</span></dd>
        </div>
      ))}
    </dl>
  )
}
