import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate, formatDateTime } from '@/shared/format/dates'
import { ActDrawer } from '@/shared/ui/act-drawer'
import { ChoiceField, LongTextField } from '@/shared/ui/form-fields'
import type { Equipment, HoldOnDevice } from '../api/organization'
import { DeviceStatus } from './enterprises-page'

const STATUSES = ['IN_USE', 'OUT_OF_USE', 'SEALED', 'SCRAPPED']

/** What is forbidden to the device, by which document and article, and the case it comes from. */
export function HoldList({ holds }: { holds: HoldOnDevice[] }) {
  const { t } = useTranslation('organizations')
  return (
    <ul className="plain-list" data-testid="holds">
      {holds.map((one, index) => (
        <li key={index} className="consequence" data-testid="hold">
          <b>{one.kindName}</b>　{one.documentNumber ?? t('device.noPaper')}
          <div className="small">{one.article}　{t('device.since', { at: formatDateTime(one.placedAt) })}</div>
          <Link to={`/hazards/${one.matterId}`} className="small">{t('device.openCase')}</Link>
        </li>
      ))}
    </ul>
  )
}

/** One device: what it is, whether it may run, and what stands against it. */
export function DeviceDrawer({ device, canChange, onClose }: { device: Equipment; canChange: boolean; onClose: () => void }) {
  const { t } = useTranslation('organizations')
  const [changing, setChanging] = useState(false)
  return (
    <Drawer open title={device.name} size={560} onClose={onClose} data-testid="device">
      <div className="panel-head">
        <DeviceStatus status={device.status} />
        {canChange && <Button size="small" onClick={() => setChanging(true)} data-testid="change-status">{t('device.changeStatus')}</Button>}
      </div>
      {device.holds.length > 0 && <HoldList holds={device.holds} />}
      <dl className="facts">
        <div><dt>{t('device.kind')}</dt><dd>{device.catalogueName}</dd></div>
        <div><dt>{t('device.code')}</dt><dd className="number">{device.code}</dd></div>
        <div><dt>{t('device.registrationNumber')}</dt><dd>{device.registrationNumber ?? '—'}</dd></div>
        <div><dt>{t('device.place')}</dt><dd>{device.place}</dd></div>
        <div><dt>{t('device.nextInspectionOn')}</dt><dd>{formatDate(device.nextInspectionOn)}</dd></div>
        <div><dt>{t('device.maintenanceUnit')}</dt><dd>{device.maintenanceUnit ?? '—'}</dd></div>
        <div><dt>{t('device.user')}</dt><dd><Link to={`/enterprises/${device.enterpriseId}`}>{device.enterpriseName}</Link></dd></div>
      </dl>
      <p><Link to={`/hazards?equipmentId=${device.id}`}>{t('device.hazards')}</Link></p>
      {changing && <ChangeStatus device={device} onClose={() => setChanging(false)} />}
    </Drawer>
  )
}

/** Whether the device is in use; a hold in force refuses “in use” and names its document and article. */
function ChangeStatus({ device, onClose }: { device: Equipment; onClose: () => void }) {
  const { t } = useTranslation('organizations')
  return (
    <ActDrawer title={t('device.changeStatusOf', { name: device.name })} hint={t(device.holds.length > 0 ? 'device.heldHint' : 'device.statusHint')} url={`/api/equipment/${device.id}/change-status`}
      testId="form-change-status" shape={(values) => ({ ...values, version: device.version })} invalidate={['equipment', 'enterprise']} onClose={onClose}>
      <ChoiceField path="status" label={t('device.statusAfter')} required choices={STATUSES.filter((one) => one !== device.status).map((value) => ({ value, label: t(`device.STATUS.${value}`) }))} />
      <LongTextField path="reason" label={t('reason')} required />
    </ActDrawer>
  )
}
