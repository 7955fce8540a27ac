import { AlertFilled, DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate, formatDateTime, formatDayShort } from '@/shared/format/dates'
import type { Case } from '@/shared/matters/case'
import { DueBadge } from '@/shared/ui/due-badge'
import { GradeBadge, StateBadge } from '@/shared/ui/state-badge'
import type { Way } from './command-drawer'

interface Props { hazard: Case; onAct: (way: Way) => void; onWhy: (() => void) | null }

/** The key facts; they stay in sight while the rest scrolls. */
export function CaseHead({ hazard, onAct, onWhy }: Props) {
  const { t } = useTranslation(['case-file', 'shared'])
  const available = hazard.commands.filter((one) => one.status === 'AVAILABLE' && !one.name.endsWith('-step'))
  const unit = hazard.enterprise?.name ?? hazard.enterpriseName
  const device = hazard.equipment ? [hazard.equipment.kindName ?? hazard.equipment.name, hazard.equipment.code].filter(Boolean).join(' ') : hazard.equipmentText ?? [hazard.equipmentKindName, hazard.equipmentCode].filter(Boolean).join(' ')
  return (
    <header className="case-head" data-testid="case-head" data-version={hazard.version}>
      <div className="case-line">
        <span className="case-number" data-testid="case-number">{hazard.number ?? t('unnumbered')}</span>
        <h1 className="case-title" title={hazard.text}>{hazard.title || hazard.text}</h1>
        <GradeBadge grade={hazard.grade} name={hazard.gradeName} />
        <StateBadge state={hazard.state} name={hazard.stateName} />
        {(hazard.isOverdue || (hazard.deadline && hazard.deadline.status !== 'NONE')) && (
          <DueBadge status={hazard.isOverdue ? 'OVERDUE' : hazard.deadline!.status} overdueWorkingDays={hazard.overdueWorkingDays} />
        )}
        {hazard.immediateDanger && <span className="danger-mark"><AlertFilled /> {t('facts.danger')}</span>}
        <span className="muted small case-version" data-testid="case-version">{t('version', { version: hazard.version })}</span>
        <span className="case-acts no-print">
          <Button icon={<DownloadOutlined />} href={`/api/hazards/${hazard.id}/export`} aria-label={t('export')} title={t('export')} data-testid="export-case" />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()} aria-label={t('print')} />
          {available.length > 0 && (
            <Dropdown trigger={['click']} menu={{
              items: available.map((one) => ({ key: one.name, label: one.displayName })),
              onClick: ({ key }) => { const one = available.find((command) => command.name === key); if (one) onAct({ command: one.name, displayName: one.displayName }) },
            }}>
              <Button type="primary" data-testid="case-acts">{t('acts.more')}</Button>
            </Dropdown>
          )}
        </span>
      </div>
      <dl className="case-facts">
        <div><dt>{t('facts.enterprise')}</dt><dd>{unit ? <>{hazard.enterprise ? <Link to={`/rectification-lists/${hazard.enterprise.id}`} title={t('facts.list')}>{unit}</Link> : unit}{hazard.enterprise?.address && <span className="muted">（{hazard.enterprise.address}）</span>}</> : t('facts.noUnit')}</dd></div>
        <div><dt>{t('facts.equipment')}</dt><dd>{device || t('facts.noEquipment')}</dd></div>
        <div><dt>{t('facts.found')}</dt><dd title={t('facts.bothTimes', { found: formatDateTime(hazard.foundAt), received: formatDateTime(hazard.receivedAt) })}>{formatDayShort(hazard.foundAt)} {hazard.sourceName ?? t(`shared:source.${hazard.source}`, { defaultValue: hazard.source })} {hazard.finderName ?? ''}</dd></div>
        <div>
          <dt>{t('facts.deadline')}</dt>
          <dd className="nowrap">
            <span data-testid="case-deadline">{hazard.deadline ? formatDate(hazard.deadline.date) : t('facts.noDeadline')}</span>
            {onWhy && <Button type="link" size="small" className="no-print" onClick={onWhy} data-testid="why-case-deadline">{t('whyShort')}</Button>}
          </dd>
        </div>
        {hazard.links.length > 0 && (
          <div><dt>{t('sections.links')}</dt><dd>{hazard.links.map((one) => <Link key={one.matterId} to={`/hazards/${one.matterId}`}>{t(`link.${one.kind}`, { defaultValue: one.kind })} {one.number ?? ''} </Link>)}</dd></div>
        )}
      </dl>
    </header>
  )
}
