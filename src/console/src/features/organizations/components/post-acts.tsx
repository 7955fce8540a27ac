import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fromLocalMinute, formatDateTime } from '@/shared/format/dates'
import { ActDrawer } from '@/shared/ui/act-drawer'
import { DateField } from '@/shared/ui/date-field'
import { LongTextField, SelectField, TextField } from '@/shared/ui/form-fields'
import { usePosts, type Deputy, type Post } from '../api/organization'
import { PersonSelectField } from './person-select'
import { TenureDrawer } from './tenure-drawer'

const CHANGED = ['posts', 'persons', 'enterprise', 'tenure-posts', 'tenure-persons', 'people']

type Act = 'holder' | 'deputy' | 'rename' | 'end' | 'tenure'

/** What can be done to a post, on its row. */
export function PostActs({ post, canManage }: { post: Post; canManage: boolean }) {
  const { t } = useTranslation(['organizations', 'shared'])
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const choices: Act[] = canManage ? ['deputy', 'rename', 'end', 'tenure'] : ['tenure']
  const others = usePosts(act === 'end' ? (post.enterpriseId ? { enterpriseId: post.enterpriseId } : { region: post.regionCode }) : {})
  const holders = post.holders.map((one) => ({ value: one.personId, label: one.name }))
  return (
    <span className="row-acts">
      {canManage && <Button size="small" onClick={() => setAct('holder')} data-testid="post-holder">{t('post.holder')}</Button>}
      <Dropdown trigger={['click']} menu={{ items: choices.map((key) => ({ key, label: t(`post.${key}`) })), onClick: ({ key }) => setAct(key as Act) }}>
        <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t('post.more')} data-testid="post-more" />
      </Dropdown>
      {act === 'holder' && (
        <ActDrawer title={t('post.holderOf', { name: post.name })} hint={t('post.holderHint')} url={`/api/posts/${post.id}/change-holder`} testId="form-change-holder"
          initial={{ leaving: holders.length === 1 ? holders[0]?.value : undefined }} shape={(values) => ({ ...values, version: post.version })} invalidate={CHANGED} onClose={close}>
          {holders.length > 0 && <SelectField path="leaving" label={t('post.leaving')} choices={holders} />}
          <PersonSelectField path="joining" label={t('post.joining')} enterpriseId={post.enterpriseId} />
        </ActDrawer>
      )}
      {act === 'deputy' && (
        <ActDrawer title={t('post.deputyOf', { name: post.name })} hint={t('post.deputyHint')} url={`/api/posts/${post.id}/appoint-deputy`} testId="form-appoint-deputy"
          shape={(values) => ({ ...values, from: instant(values.from), to: instant(values.to) })} invalidate={CHANGED} onClose={close}>
          <PersonSelectField path="personId" label={t('post.deputyPerson')} required enterpriseId={post.enterpriseId} />
          <div className="form-row">
            <DateField path="from" label={t('post.from')} withTime extra={t('post.fromHint')} />
            <DateField path="to" label={t('post.to')} withTime required />
          </div>
          <LongTextField path="reason" label={t('reason')} required />
        </ActDrawer>
      )}
      {act === 'rename' && (
        <ActDrawer title={t('post.renameOf', { name: post.name })} url={`/api/posts/${post.id}/rename`} initial={{ name: post.name }} testId="form-rename-post"
          shape={(values) => ({ ...values, version: post.version })} invalidate={CHANGED} onClose={close}>
          <TextField path="name" label={t('post.name')} required maxLength={100} />
        </ActDrawer>
      )}
      {act === 'end' && (
        <ActDrawer title={t('post.endOf', { name: post.name })} hint={t('post.endHint')} url={`/api/posts/${post.id}/end`} testId="form-end-post"
          shape={(values) => ({ ...values, version: post.version })} invalidate={CHANGED} onClose={close}>
          <SelectField path="successorPostId" label={t('post.successor')} choices={(others.data?.items ?? []).filter((one) => one.id !== post.id).map((one) => ({ value: one.id, label: [one.departmentName, one.name].filter(Boolean).join(' · ') }))} />
          <LongTextField path="reason" label={t('reason')} required />
        </ActDrawer>
      )}
      {act === 'tenure' && <TenureDrawer of="posts" id={post.id} title={t('tenure.ofPost', { name: post.name })} onClose={close} />}
    </span>
  )
}

const instant = (value: unknown) => (typeof value === 'string' && value !== '' ? fromLocalMinute(value) : null)

/** Holders, and who acts for them until when. */
export function HolderList({ post, canManage }: { post: Post; canManage: boolean }) {
  const { t } = useTranslation('organizations')
  const [ending, setEnding] = useState<Deputy | null>(null)
  return (
    <span className="holders">
      {post.holders.length === 0 ? <span className="vacant">{t('post.vacant')}</span> : post.holders.map((one) => one.name).join('、')}
      {post.deputies.map((one) => (
        <span key={one.id} className="deputy" title={one.reason}>
          {t('post.deputyLine', { name: one.name, from: formatDateTime(one.validFrom), to: formatDateTime(one.validTo) })}
          {canManage && <Button type="link" size="small" onClick={() => setEnding(one)}>{t('post.endDeputy')}</Button>}
        </span>
      ))}
      {ending && (
        <ActDrawer title={t('post.endDeputyOf', { name: ending.name })} url={`/api/post-deputies/${ending.id}/end`} testId="form-end-deputy" invalidate={CHANGED} onClose={() => setEnding(null)}>
          <LongTextField path="reason" label={t('reason')} required />
        </ActDrawer>
      )}
    </span>
  )
}
