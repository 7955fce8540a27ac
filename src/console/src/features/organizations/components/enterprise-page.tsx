import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { formatDate } from '@/shared/format/dates'
import { http, type Page } from '@/shared/http/http'
import type { HazardListItem } from '@/shared/matters/case'
import { useSession } from '@/shared/session/session'
import { PageHead } from '@/shared/ui/page-head'
import { ErrorState, Loading } from '@/shared/ui/page-states'
import { StateBadge } from '@/shared/ui/state-badge'
import { useIsPhone } from '@/shared/ui/use-media'
import { useEnterprise, useEquipmentRegister, type Equipment } from '../api/organization'
import { DeviceDrawer, HoldList } from './device-drawer'
import { AmendEnterprise, AmendEquipment, DissolveEnterprise, RegisterEquipment, VoidRegistered } from './enterprise-forms'
import { DeviceStatus, DeviceTable } from './enterprises-page'
import { mayChangeStatus } from './may-change-status'
import { NewPost } from './new-post'
import { PersonRegister } from './person-register'
import { PostTable } from './post-table'

type Act = 'amend' | 'void' | 'device' | 'post' | 'dissolve'

/** One unit: what it is, who answers for it, its devices and its hazards. */
export default function EnterprisePage() {
  const { t } = useTranslation(['organizations', 'shared'])
  const { id = '' } = useParams()
  const { user } = useSession()
  const isPhone = useIsPhone()
  const [act, setAct] = useState<Act | null>(null)
  const [device, setDevice] = useState<{ one: Equipment; act: 'amend' | 'void' } | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const found = useEnterprise(id)
  const devices = useEquipmentRegister({ enterpriseId: id })
  const hazards = useQuery({ queryKey: ['hazards', 'of-unit', id], queryFn: ({ signal }) => http.get<Page<HazardListItem>>('/api/hazards', { enterpriseId: id, limit: 20 }, signal) })
  if (found.isPending) return <div className="page"><Loading rows={10} /></div>
  if (found.isError) return <div className="page"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>
  const { enterprise: unit, posts } = found.data
  const keeps = user.roles.some((role) => ['inspector', 'case-officer', 'approver', 'administrator'].includes(role))
  const isPrincipal = user.posts.some((one) => one.enterpriseId === id && one.kind === 'PRINCIPAL')
  const approves = user.roles.includes('administrator') || user.roles.includes('approver')
  const ends = unit.status === 'ACTIVE' && user.roles.some((role) => role === 'case-officer' || role === 'approver')
  const rows = devices.data?.pages.flatMap((page) => page.items) ?? []
  const shown = rows.find((one) => one.id === opened)
  const held = rows.filter((one) => one.holds.length > 0)
  const deviceActs = (one: Equipment) => (
    <span className="row-acts">
      <Button size="small" type="link" onClick={() => setOpened(one.id)} data-testid="open-device">{t('device.open')}</Button>
      {keeps && <Button size="small" type="link" onClick={() => setDevice({ one, act: 'amend' })}>{t('amend')}</Button>}
      {approves && <Button size="small" type="link" onClick={() => setDevice({ one, act: 'void' })}>{t('void')}</Button>}
    </span>
  )
  return (
    <div className="page">
      <PageHead title={unit.name} sub={unit.creditCode}>
        {keeps && <Button onClick={() => setAct('amend')} data-testid="amend-enterprise">{t('amend')}</Button>}
        {ends && <Button onClick={() => setAct('dissolve')} data-testid="dissolve-enterprise">{t('unit.dissolve')}</Button>}
        {approves && <Button onClick={() => setAct('void')}>{t('void')}</Button>}
      </PageHead>
      <div className="register-stack">
        <section className="panel">
          <dl className="facts">
            <div><dt>{t('unit.region')}</dt><dd>{unit.regionName}</dd></div>
            <div><dt>{t('unit.placeType')}</dt><dd>{unit.placeTypeName}</dd></div>
            <div><dt>{t('unit.address')}</dt><dd>{unit.address}</dd></div>
            <div><dt>{t('unit.phone')}</dt><dd>{unit.phone ?? '—'}</dd></div>
            {unit.status === 'DISSOLVED' && <div><dt>{t('unit.status')}</dt><dd>{t('unit.dissolved')}</dd></div>}
          </dl>
        </section>
        {held.length > 0 && (
          <section className="panel" data-testid="unit-holds">
            <h2>{t('device.inForce')}</h2>
            {held.map((one) => <div key={one.id}><p className="small">{one.name}　{one.code}</p><HoldList holds={one.holds} /></div>)}
          </section>
        )}
        <section className="panel panel-flush">
          <div className="panel-head"><h2>{t('unit.posts')}</h2>{(keeps || isPrincipal) && <Button size="small" onClick={() => setAct('post')}>{t('post.new')}</Button>}</div>
          <PostTable posts={posts} canManage={keeps || isPrincipal} />
        </section>
        <section className="panel panel-flush">
          <div className="panel-head"><h2>{t('unit.devicesOf', { count: devices.data?.pages[0]?.total ?? rows.length })}</h2>{keeps && <Button size="small" onClick={() => setAct('device')} data-testid="new-equipment">{t('device.new')}</Button>}</div>
          {isPhone
            ? <ul className="plain-list register-cards">{rows.map((one) => <li key={one.id}><div className="card-line"><b>{one.name}</b><DeviceStatus status={one.status} holds={one.holds} /></div><div className="small muted">{one.kindName} {one.code}</div><div className="small">{one.place}</div>{deviceActs(one)}</li>)}</ul>
            : <DeviceTable rows={rows} acts={deviceActs} />}
          {devices.hasNextPage && <div className="more"><Button onClick={() => void devices.fetchNextPage()} loading={devices.isFetchingNextPage}>{t('shared:action.loadMore')}</Button></div>}
        </section>
        <section className="panel panel-flush">
          <div className="panel-head"><h2>{t('unit.hazards')}</h2><Link to={`/hazards?enterpriseId=${id}`}>{t('unit.allHazards')}</Link></div>
          {hazards.data?.items.length === 0 && <p className="muted panel-empty">{t('unit.noHazards')}</p>}
          <ul className="plain-list register-cards">
            {hazards.data?.items.map((one) => (
              <li key={one.id}><Link to={`/hazards/${one.id}`} className="card-line"><span>{[one.number, one.title].filter(Boolean).join('　')}</span><StateBadge state={one.state} /></Link><div className="small muted">{formatDate(one.foundAt)}</div></li>
            ))}
          </ul>
        </section>
        <section className="panel"><h2>{t('unit.persons')}</h2><PersonRegister canManage={keeps || isPrincipal} region={unit.regionCode} enterpriseId={id} /></section>
      </div>
      {shown && <DeviceDrawer device={shown} canChange={mayChangeStatus(user, shown)} onClose={() => setOpened(null)} />}
      {act === 'amend' && <AmendEnterprise unit={unit} onClose={() => setAct(null)} />}
      {act === 'dissolve' && <DissolveEnterprise unit={unit} onClose={() => setAct(null)} />}
      {act === 'void' && <VoidRegistered what="enterprises" id={id} name={unit.name} version={unit.version} onClose={() => setAct(null)} />}
      {act === 'device' && <RegisterEquipment unit={unit} onClose={() => setAct(null)} />}
      {act === 'post' && <NewPost region={unit.regionCode} departments={[]} posts={posts} enterpriseId={id} onClose={() => setAct(null)} />}
      {device?.act === 'amend' && <AmendEquipment device={device.one} onClose={() => setDevice(null)} />}
      {device?.act === 'void' && <VoidRegistered what="equipment" id={device.one.id} name={`${device.one.name}（${device.one.code}）`} version={device.one.version} onClose={() => setDevice(null)} />}
    </div>
  )
}
