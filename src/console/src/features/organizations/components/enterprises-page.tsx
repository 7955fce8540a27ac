import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { RegionInput } from '@/shared/directory/pickers'
import { formatDate } from '@/shared/format/dates'
import { formatTotal } from '@/shared/format/numbers'
import { useSession } from '@/shared/session/session'
import { useScopeRegion } from '@/shared/session/use-scope-region'
import { DownloadButton } from '@/shared/ui/download-button'
import { PageHead } from '@/shared/ui/page-head'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { SearchBox } from '@/shared/ui/search-box'
import { useIsPhone } from '@/shared/ui/use-media'
import { useEnterpriseRegister, useEquipmentRegister, type Enterprise, type Equipment, type HoldOnDevice } from '../api/organization'
import { DeviceDrawer } from './device-drawer'
import { RegisterEnterprise } from './enterprise-forms'
import { mayChangeStatus } from './may-change-status'
import { EQUIPMENT_KINDS, PLACE_TYPES } from './place-types'
import { useAddress } from './use-address'

/** The registers of units and of devices: names by parts of the name, codes by their beginning. */
export default function EnterprisesPage() {
  const { t } = useTranslation(['organizations', 'shared'])
  const { user } = useSession()
  const address = useAddress()
  const [adding, setAdding] = useState(false)
  const show = address.get('show') === 'equipment' ? 'equipment' : 'units'
  const registers = user.roles.some((role) => ['inspector', 'case-officer', 'approver', 'administrator'].includes(role))
  return (
    <div className="page">
      <PageHead title={t('unit.title')}>
        <Segmented value={show} onChange={(next) => address.set({ show: next === 'equipment' ? next : null, kind: null, placeType: null })} options={[{ value: 'units', label: t('unit.units') }, { value: 'equipment', label: t('unit.devices') }]} />
        {registers && <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-testid="new-enterprise">{t('unit.new')}</Button>}
      </PageHead>
      {show === 'units' ? <Units /> : <Devices />}
      {adding && <RegisterEnterprise onClose={() => setAdding(false)} />}
    </div>
  )
}

interface ListState { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown; hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown; data?: { pages: { total?: number; totalIsCapped?: boolean }[] } | undefined }

function Frame({ list, count, children }: { list: ListState; count: number; children: React.ReactNode }) {
  const { t } = useTranslation(['organizations', 'shared'])
  const first = list.data?.pages[0]
  return (
    <section className="panel panel-flush">
      {list.isPending && <Loading rows={10} />}
      {list.isError && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && count === 0 && <EmptyState title={t('unit.none')} hint={t('unit.noneHint')} />}
      {count > 0 && children}
      {count > 0 && (
        <div className="more">
          <span className="muted small">{t('shared:table.total', { total: formatTotal(first?.total, first?.totalIsCapped) })}</span>
          {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{t('shared:action.loadMore')}</Button>}
        </div>
      )}
    </section>
  )
}

function Units() {
  const { t } = useTranslation(['organizations', 'shared'])
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const address = useAddress()
  const scope = useScopeRegion()
  const filter = { q: address.get('q'), region: address.get('region') ?? scope, placeType: address.get('placeType') }
  const list = useEnterpriseRegister(filter)
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <div className="filter-bar">
        <div className="filter-region"><RegionInput value={address.get('region')} onChange={(code) => address.set({ region: code })} testId="filter-region" /></div>
        <Select allowClear placeholder={t('unit.placeType')} value={address.get('placeType')} onChange={(value: string | undefined) => address.set({ placeType: value ?? null })} style={{ width: 150 }}
          options={PLACE_TYPES.map((value) => ({ value, label: t(`placeType.${value}`) }))} data-testid="filter-placeType" />
        <SearchBox value={address.get('q') ?? ''} placeholder={t('unit.search')} label={t('unit.search')} onSearch={(words) => address.set({ q: words })} testId="unit-search" />
        <DownloadButton path="/api/enterprises/export" query={filter} testId="export-units">{t('shared:action.export')}</DownloadButton>
      </div>
      <Frame list={list} count={rows.length}>
        {isPhone
          ? <ul className="plain-list register-cards">{rows.map((one) => <li key={one.id} onClick={() => void navigate(`/enterprises/${one.id}`)} data-testid="unit-row"><b>{one.name}</b><div className="small muted">{one.creditCode}</div><div className="small">{[one.regionName, one.placeTypeName, t('unit.count', { count: one.equipmentCount })].join(' · ')}</div></li>)}</ul>
          : <Table<Enterprise> size="small" rowKey="id" className="ledger-table" dataSource={rows} pagination={false} columns={[
            { title: t('unit.name'), dataIndex: 'name' },
            { title: t('unit.creditCode'), dataIndex: 'creditCode', width: 190, className: 'number' },
            { title: t('unit.region'), dataIndex: 'regionName', width: 120 },
            { title: t('unit.placeType'), dataIndex: 'placeTypeName', width: 110 },
            { title: t('unit.address'), dataIndex: 'address' },
            { title: t('unit.devices'), dataIndex: 'equipmentCount', width: 70, align: 'right' },
          ]} onRow={(one) => ({ 'data-testid': 'unit-row', onClick: () => void navigate(`/enterprises/${one.id}`) } as React.HTMLAttributes<HTMLTableRowElement>)} />}
      </Frame>
    </>
  )
}

function Devices() {
  const { t } = useTranslation(['organizations', 'shared'])
  const { user } = useSession()
  const [open, setOpen] = useState<string | null>(null)
  const isPhone = useIsPhone()
  const address = useAddress()
  const filter = { q: address.get('q'), kind: address.get('kind') }
  const list = useEquipmentRegister(filter)
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const device = rows.find((one) => one.id === open)
  return (
    <>
      <div className="filter-bar">
        <Select allowClear placeholder={t('device.kind')} value={address.get('kind')} onChange={(value: string | undefined) => address.set({ kind: value ?? null })} style={{ width: 190 }}
          options={EQUIPMENT_KINDS.map((value) => ({ value, label: t(`equipmentKind.${value}`) }))} data-testid="filter-kind" />
        <SearchBox value={address.get('q') ?? ''} placeholder={t('device.search')} label={t('device.search')} onSearch={(words) => address.set({ q: words })} testId="device-search" />
        <DownloadButton path="/api/equipment/export" query={filter} testId="export-devices">{t('shared:action.export')}</DownloadButton>
      </div>
      <Frame list={list} count={rows.length}>
        {isPhone
          ? <ul className="plain-list register-cards">{rows.map((one) => <li key={one.id} onClick={() => setOpen(one.id)} data-testid="device-row"><div className="card-line"><b>{one.name}</b><DeviceStatus status={one.status} holds={one.holds} /></div><div className="small muted">{one.kindName} {one.code}</div><div className="small">{one.enterpriseName}</div></li>)}</ul>
          : <DeviceTable rows={rows} withUnit onOpen={(one) => setOpen(one.id)} />}
      </Frame>
      {device && <DeviceDrawer device={device} canChange={mayChangeStatus(user, device)} onClose={() => setOpen(null)} />}
    </>
  )
}

export function DeviceStatus({ status, holds = [] }: { status: string; holds?: HoldOnDevice[] }) {
  const { t } = useTranslation('organizations')
  return (
    <span className="nowrap">
      <Tag color={status === 'IN_USE' ? 'green' : 'default'}>{t(`device.STATUS.${status}`, { defaultValue: status })}</Tag>
      {[...new Set(holds.map((one) => one.kindName))].map((name) => <Tag key={name} color="red">{name}</Tag>)}
    </span>
  )
}

export function DeviceTable({ rows, withUnit = false, onOpen, acts }: { rows: Equipment[]; withUnit?: boolean; onOpen?: (one: Equipment) => void; acts?: (one: Equipment) => React.ReactNode }) {
  const { t } = useTranslation('organizations')
  return (
    <Table<Equipment> size="small" rowKey="id" {...(onOpen ? { className: 'ledger-table' } : {})} dataSource={rows} pagination={false} scroll={{ x: 980 }} columns={[
      { title: t('device.name'), dataIndex: 'name', width: 150 },
      { title: t('device.kind'), dataIndex: 'catalogueName', width: 150 },
      { title: t('device.code'), dataIndex: 'code', width: 180, className: 'number' },
      { title: t('device.registrationNumber'), dataIndex: 'registrationNumber', width: 160, render: (text: string | null) => text ?? '—' },
      ...(withUnit ? [{ title: t('unit.name'), dataIndex: 'enterpriseName' }] : []),
      { title: t('device.place'), dataIndex: 'place' },
      { title: t('device.nextInspectionOn'), dataIndex: 'nextInspectionOn', width: 150, render: (day: string | null) => formatDate(day) },
      { title: t('device.status'), dataIndex: 'status', width: 170, render: (_, one) => <DeviceStatus status={one.status} holds={one.holds} /> },
      ...(acts ? [{ title: '', width: 170, align: 'right' as const, render: (_: unknown, one: Equipment) => acts(one) }] : []),
    ]} onRow={(one) => ({ 'data-testid': 'device-row', ...(onOpen ? { onClick: () => onOpen(one) } : {}) } as React.HTMLAttributes<HTMLTableRowElement>)} />
  )
}
