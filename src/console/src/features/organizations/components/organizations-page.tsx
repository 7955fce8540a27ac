import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Table, Tabs, Tree } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClock } from '@/shared/clock/clock'
import { regionTree, type RegionNode } from '@/shared/directory/list-regions'
import { formatDate } from '@/shared/format/dates'
import { useSession } from '@/shared/session/session'
import { useScopeRegion } from '@/shared/session/use-scope-region'
import { DateInput } from '@/shared/ui/date-field'
import { PageHead } from '@/shared/ui/page-head'
import { EmptyState, ErrorState, Loading } from '@/shared/ui/page-states'
import { useIsPhone } from '@/shared/ui/use-media'
import { useDepartments, useMap, usePosts, type Department } from '../api/organization'
import { DepartmentActs, NewDepartment } from './department-acts'
import { NewPost } from './new-post'
import { PersonRegister } from './person-register'
import { PostTable } from './post-table'
import { ReorganizationPanel } from './reorganization-panel'
import { useAddress } from './use-address'

/** The organs of the reader's regions as they stand, or stood, on a day. */
export default function OrganizationsPage() {
  const { t } = useTranslation(['organizations', 'shared'])
  const { user } = useSession()
  const { today } = useClock()
  const isPhone = useIsPhone()
  const address = useAddress()
  const scope = useScopeRegion()
  const on = address.get('on')
  const region = address.get('region') ?? scope ?? user.posts.find((one) => !one.enterpriseId)?.regionCode ?? null
  const tab = address.get('tab') ?? 'posts'
  const [adding, setAdding] = useState<'post' | 'department' | null>(null)
  const map = useMap(on)
  const departments = useDepartments(region, on)
  const posts = usePosts({ region, on, vacant: tab === 'vacant' })
  const manages = user.roles.includes('administrator') || user.posts.some((one) => one.kind === 'BUREAU_OFFICE')
  const canManage = manages && (on === null || on === today)
  const nodes = map.data?.items ?? []
  const here = nodes.find((one) => one.code === region)

  const postPanel = (
    <>
      {posts.isPending && <Loading rows={8} />}
      {posts.isError && <ErrorState error={posts.error} onRetry={() => void posts.refetch()} />}
      {posts.data && (posts.data.items.length > 0
        ? <PostTable posts={posts.data.items} canManage={canManage} loading={posts.isPlaceholderData} />
        : <EmptyState title={t(tab === 'vacant' ? 'post.noneVacant' : 'post.none')} />)}
    </>
  )
  return (
    <div className="page organizations-page">
      <PageHead title={t('title')} sub={here ? `${here.name}${on ? ` · ${t('asOf', { day: formatDate(on) })}` : ''}` : undefined}>
        <span className="as-of"><span className="muted small">{t('on')}</span><DateInput value={on} onChange={(day) => address.set({ on: day })} testId="organizations-on" /></span>
        {canManage && tab !== 'departments' && <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding('post')} data-testid="new-post">{t('post.new')}</Button>}
        {canManage && tab === 'departments' && <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding('department')} data-testid="new-department">{t('department.new')}</Button>}
      </PageHead>
      {isPhone && (
        <Select className="wide region-choice" showSearch={{ optionFilterProp: 'label' }} value={region} onChange={(code) => address.set({ region: code })} aria-label={t('region')}
          options={nodes.map((one) => ({ value: one.code, label: one.name }))} />
      )}
      <div className="organization-grid">
        {!isPhone && (
          <nav className="panel region-tree" aria-label={t('region')}>
            {map.isPending && <Loading rows={10} />}
            {map.data && (
              <Tree
                key={on ?? 'now'}
                defaultExpandedKeys={nodes.filter((one) => ['NATION', 'PROVINCE', 'PREFECTURE'].includes(one.level)).map((one) => one.code).concat(region ?? [])}
                selectedKeys={region ? [region] : []}
                treeData={regionTree(nodes).map(keyed)}
                onSelect={(keys) => { const code = keys[0]; if (code) address.set({ region: String(code) }) }}
                data-testid="region-tree"
              />
            )}
          </nav>
        )}
        <section className="panel">
          <Tabs
            activeKey={tab}
            onChange={(key) => address.set({ tab: key === 'posts' ? null : key })}
            items={[
              { key: 'posts', label: t('tab.posts'), children: postPanel },
              { key: 'vacant', label: t('tab.vacant'), children: postPanel },
              { key: 'departments', label: t('tab.departments'), children: <DepartmentTable rows={departments.data?.items ?? []} canManage={canManage} /> },
              { key: 'persons', label: t('tab.persons'), children: <PersonRegister canManage={canManage} region={region} /> },
              { key: 'reorganizations', label: t('tab.reorganizations'), children: <ReorganizationPanel names={new Map(nodes.map((one) => [one.code, one.name]))} /> },
            ]}
          />
        </section>
      </div>
      {adding === 'post' && <NewPost region={region} departments={departments.data?.items ?? []} posts={posts.data?.items ?? []} onClose={() => setAdding(null)} />}
      {adding === 'department' && <NewDepartment region={region} onClose={() => setAdding(null)} />}
    </div>
  )
}

interface Node { key: string; title: string; children: Node[] }
const keyed = (one: RegionNode): Node => ({ key: one.value, title: one.title, children: one.children.map(keyed) })

function DepartmentTable({ rows, canManage }: { rows: Department[]; canManage: boolean }) {
  const { t } = useTranslation('organizations')
  const isPhone = useIsPhone()
  if (rows.length === 0) return <EmptyState title={t('department.none')} />
  if (isPhone) {
    return <ul className="plain-list register-cards">{rows.map((one) => <li key={one.id}><div className="card-line"><b>{one.name}</b>{canManage && <DepartmentActs department={one} others={rows} />}</div><div className="small muted">{one.duty}</div></li>)}</ul>
  }
  return (
    <Table<Department> size="small" rowKey="id" dataSource={rows} pagination={false} columns={[
      { title: t('department.name'), dataIndex: 'name', width: 240 },
      { title: t('department.duty'), dataIndex: 'duty' },
      { title: t('department.since'), dataIndex: 'validFrom', width: 150, render: (day: string) => formatDate(day) },
      { title: '', width: 130, align: 'right', render: (_, one) => canManage && <DepartmentActs department={one} others={rows} /> },
    ]} />
  )
}
