import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '@/shared/ui/use-media'
import { type Post } from '../api/organization'
import { HolderList, PostActs } from './post-acts'

export function PostTable({ posts, canManage, loading = false }: { posts: Post[]; canManage: boolean; loading?: boolean }) {
  const { t } = useTranslation('organizations')
  const isPhone = useIsPhone()
  if (isPhone) {
    return (
      <ul className="plain-list register-cards">
        {posts.map((one) => (
          <li key={one.id} data-testid="post-row">
            <div className="card-line"><b>{one.name}</b><PostActs post={one} canManage={canManage} /></div>
            <div className="small muted">{[one.kindName, one.departmentName].filter(Boolean).join(' · ')}</div>
            <HolderList post={one} canManage={canManage} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Table<Post>
      size="small"
      rowKey="id"
      dataSource={posts}
      loading={loading}
      pagination={false}
      columns={[
        { title: t('post.name'), dataIndex: 'name' },
        { title: t('post.kind'), dataIndex: 'kindName', width: 120 },
        { title: t('post.department'), dataIndex: 'departmentName', width: 220, render: (name: string | null) => name ?? '—' },
        { title: t('post.holders'), render: (_, post) => <HolderList post={post} canManage={canManage} /> },
        { title: '', width: 120, align: 'right', render: (_, post) => <PostActs post={post} canManage={canManage} /> },
      ]}
      onRow={() => ({ 'data-testid': 'post-row' } as React.HTMLAttributes<HTMLTableRowElement>)}
    />
  )
}
