import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { RegionInput } from '@/shared/directory/pickers'
import { ActDrawer } from '@/shared/ui/act-drawer'
import { DateField } from '@/shared/ui/date-field'
import { Field, LongTextField, SelectField, TextField } from '@/shared/ui/form-fields'
import type { Enterprise, Equipment } from '../api/organization'
import { PLACE_TYPES } from './place-types'

const CHANGED = ['enterprises', 'enterprise', 'equipment']

function UnitFields() {
  const { t } = useTranslation('organizations')
  return (
    <>
      <Field path="regionCode" label={t('unit.region')} required><RegionInput testId="field-regionCode" /></Field>
      <TextField path="address" label={t('unit.address')} required maxLength={300} />
      <SelectField path="placeType" label={t('unit.placeType')} required choices={PLACE_TYPES.map((value) => ({ value, label: t(`placeType.${value}`) }))} />
      <TextField path="phone" label={t('unit.phone')} maxLength={40} />
    </>
  )
}

export function RegisterEnterprise({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('organizations')
  return (
    <ActDrawer title={t('unit.new')} url="/api/enterprises" testId="form-register-enterprise" invalidate={CHANGED} onClose={onClose}
      confirm={{ 'organizations.credit-code-unconfirmed': (values) => ({ ...values, confirmCreditCode: true }) }}>
      <TextField path="name" label={t('unit.name')} required />
      <TextField path="creditCode" label={t('unit.creditCode')} required maxLength={18} extra={t('unit.creditCodeHint')} />
      <UnitFields />
    </ActDrawer>
  )
}

export function AmendEnterprise({ unit, onClose }: { unit: Enterprise; onClose: () => void }) {
  const { t } = useTranslation('organizations')
  return (
    <ActDrawer title={t('unit.amendOf', { name: unit.name })} hint={t('unit.amendHint')} url={`/api/enterprises/${unit.id}/amend`} testId="form-amend-enterprise" invalidate={CHANGED} onClose={onClose}
      initial={{ name: unit.name, regionCode: unit.regionCode, address: unit.address, placeType: unit.placeType, phone: unit.phone }} shape={(values) => ({ ...values, version: unit.version })}>
      <TextField path="name" label={t('unit.name')} required />
      <UnitFields />
    </ActDrawer>
  )
}



export function RegisterEquipment({ unit, onClose }: { unit: Enterprise; onClose: () => void }) {
  const { t } = useTranslation('organizations')
  return (
    <ActDrawer title={t('device.new')} hint={unit.name} url="/api/equipment" testId="form-register-equipment" invalidate={CHANGED} onClose={onClose} shape={(values) => ({ ...values, enterpriseId: unit.id })}
      confirm={{
        'organizations.equipment-code-unconfirmed': (values) => ({ ...values, confirmed: ['code', 'registrationNumber'] }),
        'organizations.registration-number-unconfirmed': (values) => ({ ...values, confirmed: ['code', 'registrationNumber'] }),
      }}>
      <TextField path="name" label={t('device.name')} required maxLength={100} />
      <div className="form-row"><TextField path="catalogueCode" label={t('device.catalogueCode')} required maxLength={4} /><TextField path="code" label={t('device.code')} required maxLength={21} /></div>
      <TextField path="registrationNumber" label={t('device.registrationNumber')} maxLength={40} />
      <TextField path="place" label={t('device.place')} required />
      <div className="form-row"><TextField path="manufacturer" label={t('device.manufacturer')} /><DateField path="usedSince" label={t('device.usedSince')} /></div>
      <div className="form-row"><DateField path="nextInspectionOn" label={t('device.nextInspectionOn')} /><TextField path="maintenanceUnit" label={t('device.maintenanceUnit')} /></div>
      <TextField path="model" label={t('device.model')} maxLength={100} />
    </ActDrawer>
  )
}

export function AmendEquipment({ device, onClose }: { device: Equipment; onClose: () => void }) {
  const { t } = useTranslation('organizations')
  return (
    <ActDrawer title={t('device.amendOf', { name: device.name })} hint={`${device.kindName} ${device.code}`} url={`/api/equipment/${device.id}/amend`} testId="form-amend-equipment" invalidate={CHANGED} onClose={onClose}
      initial={{ name: device.name, place: device.place, registrationNumber: device.registrationNumber, nextInspectionOn: device.nextInspectionOn, maintenanceUnit: device.maintenanceUnit, model: device.model }}
      shape={(values) => ({ ...values, version: device.version })} confirm={{ 'organizations.registration-number-unconfirmed': (values) => ({ ...values, confirmed: ['registrationNumber'] }) }}>
      <TextField path="name" label={t('device.name')} required maxLength={100} />
      <TextField path="place" label={t('device.place')} required />
      <TextField path="registrationNumber" label={t('device.registrationNumber')} maxLength={40} />
      <div className="form-row"><DateField path="nextInspectionOn" label={t('device.nextInspectionOn')} /><TextField path="maintenanceUnit" label={t('device.maintenanceUnit')} /></div>
      <TextField path="model" label={t('device.model')} maxLength={100} />
    </ActDrawer>
  )
}

export function VoidRegistered({ what, id, name, version, onClose }: { what: 'enterprises' | 'equipment'; id: string; name: string; version: number; onClose: () => void }) {
  const { t } = useTranslation('organizations')
  return (
    <ActDrawer title={t('voidOf', { name })} hint={t('voidHint')} url={`/api/${what}/${id}/void`} testId="form-void" shape={(values) => ({ ...values, version })} invalidate={CHANGED} onClose={onClose}>
      <LongTextField path="reason" label={t('reason')} required />
    </ActDrawer>
  )
}

/** The end of a unit: its hazards stay open, each is put before its officer (E5). */
export function DissolveEnterprise({ unit, onClose }: { unit: Enterprise; onClose: () => void }) {
  const { t } = useTranslation('organizations')
  const { today } = useClock()
  return (
    <ActDrawer title={t('unit.dissolveOf', { name: unit.name })} hint={t('unit.dissolveHint')} url={`/api/enterprises/${unit.id}/dissolve`} testId="form-dissolve-enterprise" shape={(values) => ({ ...values, version: unit.version })} invalidate={CHANGED} onClose={onClose}>
      <SelectField path="ending" label={t('unit.ending')} required choices={['DEREGISTERED', 'DISSOLVED'].map((value) => ({ value, label: t(`unit.ENDING.${value}`) }))} />
      <DateField path="happenedOn" label={t('unit.endedOn')} max={today} required />
      <TextField path="proof" label={t('unit.endingProof')} required maxLength={500} />
    </ActDrawer>
  )
}
