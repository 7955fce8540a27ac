import { useTranslation } from 'react-i18next'
import { ActDrawer } from '@/shared/ui/act-drawer'
import { SelectField, TextField } from '@/shared/ui/form-fields'
import type { Department, Post } from '../api/organization'

const OFFICIAL = ['INSPECTOR', 'CASE_OFFICER', 'APPROVER', 'BUREAU_LEADER', 'BUREAU_OFFICE', 'DEPARTMENT_LEADER', 'LIAISON_OFFICER', 'ASSISTANT_SUPERVISOR'] as const
const OF_UNIT = ['PRINCIPAL', 'SAFETY_DIRECTOR', 'SAFETY_OFFICER'] as const

interface Props { region: string | null; departments: Department[]; posts: Post[]; enterpriseId?: string; onClose: () => void }

export function NewPost({ region, departments, posts, enterpriseId, onClose }: Props) {
  const { t } = useTranslation('organizations')
  return (
    <ActDrawer title={t('post.new')} hint={t('post.newHint')} url="/api/posts" testId="form-create-post" invalidate={['posts', 'enterprise']} onClose={onClose}
      shape={(values) => ({ ...values, enterpriseId: enterpriseId ?? null, regionCode: values.departmentId || enterpriseId ? null : region })}>
      <TextField path="name" label={t('post.name')} required maxLength={100} />
      <SelectField path="kind" label={t('post.kind')} required choices={(enterpriseId ? OF_UNIT : OFFICIAL).map((value) => ({ value, label: t(`postKind.${value}`) }))} />
      {!enterpriseId && <SelectField path="departmentId" label={t('post.department')} choices={departments.map((one) => ({ value: one.id, label: one.name }))} />}
      <SelectField path="superiorPostId" label={t('post.superior')} choices={posts.map((one) => ({ value: one.id, label: [one.departmentName, one.name].filter(Boolean).join(' · ') }))} />
    </ActDrawer>
  )
}
