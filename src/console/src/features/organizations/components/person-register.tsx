import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '@/shared/ui/act-drawer'
import { LongTextField, TextField } from '@/shared/ui/form-fields'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { SearchBox } from '@/shared/ui/search-box'
import { useIsPhone } from '@/shared/ui/use-media'
import { usePersonRegister, type Person } from '../api/organization'
import { TenureDrawer } from './tenure-drawer'
import { useAddress } from './use-address'

const CHANGED = ['persons', 'posts', 'enterprise']

/** People of the organs, or of one unit. */
export function PersonRegister({ canManage, region, enterpriseId }: { canManage: boolean; region: string | null; enterpriseId?: string }) {
  const { t } = useTranslation(['organizations', 'shared'])
  const isPhone = useIsPhone()
  const address = useAddress()
  const [adding, setAdding] = useState(false)
  const people = usePersonRegister({ q: address.get('person'), free: address.get('free'), enterpriseId: enterpriseId ?? null })
  const rows = people.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <div className="filter-bar">
        <SearchBox value={address.get('person') ?? ''} placeholder={t('person.search')} label={t('person.search')} onSearch={(words) => address.set({ person: words })} testId="person-search" />
        <Checkbox checked={address.get('free') === 'true'} onChange={(event) => address.set({ free: event.target.checked ? 'true' : null })}>{t('person.free')}</Checkbox>
        {canManage && <Button icon={<PlusOutlined />} onClick={() => setAdding(true)} data-testid="new-person">{t('person.new')}</Button>}
      </div>
      {people.isPending && <Loading rows={6} />}
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.data && rows.length === 0 && <EmptyState title={t('person.none')} />}
      {rows.length > 0 && (isPhone
        ? <ul className="plain-list register-cards">{rows.map((one) => <li key={one.id}><div className="card-line"><b>{one.name}</b><PersonActs person={one} canManage={canManage} /></div><div className="small muted">{one.posts.join('、') || t('person.noPost')}</div></li>)}</ul>
        : <Table<Person> size="small" rowKey="id" dataSource={rows} pagination={false} columns={[
          { title: t('person.name'), dataIndex: 'name', width: 110 },
          { title: t('person.posts'), render: (_, one) => one.posts.join('、') || <span className="muted">{t('person.noPost')}</span> },
          { title: t('person.certificateNumber'), dataIndex: 'certificateNumber', width: 150, render: (text: string | null) => text ?? '—' },
          { title: t('person.phone'), dataIndex: 'phone', width: 130, render: (text: string | null) => text ?? '—' },
          { title: t('person.login'), width: 70, render: (_, one) => (one.hasLogin ? t('shared:yes') : t('shared:no')) },
          { title: '', width: 190, align: 'right', render: (_, one) => <PersonActs person={one} canManage={canManage} /> },
        ]} />)}
      {people.hasNextPage && <div className="more"><Button onClick={() => void people.fetchNextPage()} loading={people.isFetchingNextPage}>{t('shared:action.loadMore')}</Button></div>}
      {adding && (
        <ActDrawer title={t('person.new')} url="/api/persons" testId="form-register-person" invalidate={CHANGED} onClose={() => setAdding(false)}
          shape={(values) => ({ ...values, regionCode: region, enterpriseId: enterpriseId ?? null })} confirm={{ 'organizations.namesake-unconfirmed': (values) => ({ ...values, confirmNamesake: true }) }}>
          <PersonFields />
        </ActDrawer>
      )}
    </>
  )
}

function PersonFields() {
  const { t } = useTranslation('organizations')
  return (
    <>
      <TextField path="name" label={t('person.name')} required maxLength={60} />
      <TextField path="certificateNumber" label={t('person.certificateNumber')} maxLength={40} />
      <TextField path="phone" label={t('person.phone')} maxLength={40} />
    </>
  )
}

function PersonActs({ person, canManage }: { person: Person; canManage: boolean }) {
  const { t } = useTranslation('organizations')
  const [act, setAct] = useState<'tenure' | 'amend' | 'void' | null>(null)
  const close = () => setAct(null)
  const versioned = (values: object) => ({ ...values, version: person.version })
  return (
    <span className="row-acts">
      <Button size="small" type="link" onClick={() => setAct('tenure')}>{t('post.tenure')}</Button>
      {canManage && <Button size="small" type="link" onClick={() => setAct('amend')}>{t('amend')}</Button>}
      {canManage && <Button size="small" type="link" onClick={() => setAct('void')}>{t('void')}</Button>}
      {act === 'tenure' && <TenureDrawer of="persons" id={person.id} title={t('tenure.ofPerson', { name: person.name })} onClose={close} />}
      {act === 'amend' && (
        <ActDrawer title={t('person.amendOf', { name: person.name })} url={`/api/persons/${person.id}/amend`} initial={{ name: person.name, certificateNumber: person.certificateNumber, phone: person.phone }}
          testId="form-amend-person" shape={versioned} invalidate={CHANGED} onClose={close}><PersonFields /></ActDrawer>
      )}
      {act === 'void' && (
        <ActDrawer title={t('voidOf', { name: person.name })} hint={t('voidHint')} url={`/api/persons/${person.id}/void`} testId="form-void-person" shape={versioned} invalidate={CHANGED} onClose={close}>
          <LongTextField path="reason" label={t('reason')} required />
        </ActDrawer>
      )}
    </span>
  )
}
