import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Case } from '@/shared/matters/case'
import { isClosed } from '@/shared/matters/hazard'
import type { Way } from './command-drawer'

const TWO_PERSON = new Set(['confirm-step', 'refuse-step', 'withdraw-step'])

/** What may be done now, and what the law forbids now with its reason; what is not this person's is not shown. */
export function ActPanel({ hazard, onAct }: { hazard: Case; onAct: (way: Way) => void }) {
  const { t } = useTranslation('case-file')
  const commands = hazard.commands.filter((one) => !TWO_PERSON.has(one.name))
  // what a task is waiting for comes first, so that closing a case is never the button at hand
  const awaited = new Set(hazard.tasks.filter((one) => one.state === 'OPEN').flatMap((one) => one.outcomes.map((outcome) => outcome.command)))
  const available = commands.filter((one) => one.status === 'AVAILABLE').sort((one, other) => Number(awaited.has(other.name)) - Number(awaited.has(one.name)))
  const refused = commands.filter((one) => one.status === 'REFUSED')
  if (commands.length === 0) return <p className="muted">{t(isClosed(hazard.state) ? 'acts.closed' : 'acts.none')}</p>
  return (
    <div className="acts">
      {available.length === 0 && <p className="muted">{t('acts.none')}</p>}
      <div className="act-buttons">
        {available.map((one, index) => (
          <Button key={one.name} type={index === 0 && awaited.has(one.name) ? 'primary' : 'default'} onClick={() => onAct({ command: one.name, displayName: one.displayName })} data-testid={`command-${one.name}`}>
            {one.displayName}
          </Button>
        ))}
      </div>
      {refused.length > 0 && (
        <ul className="plain-list refused">
          {refused.map((one) => (
            <li key={one.name}>
              <Button disabled icon={<LockOutlined />} data-testid={`command-${one.name}`}>{one.displayName}</Button>
              <span className="muted small">{one.reason}{one.article && <span className="article">{one.article}</span>}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
