import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '@/shared/ui/act-drawer'
import { LongTextField, SelectField, TextField } from '@/shared/ui/form-fields'
import type { Department } from '../api/organization'
import { PLACE_TYPES } from './place-types'

const CHANGED = ['departments', 'posts']

export function DepartmentActs({ department, others }: { department: Department; others: Department[] }) {
  const { t } = useTranslation('organizations')
  const [act, setAct] = useState<'rename' | 'end' | null>(null)
  return (
    <span className="row-acts">
      <Button size="small" onClick={() => setAct('rename')}>{t('department.rename')}</Button>
      <Button size="small" type="text" onClick={() => setAct('end')}>{t('department.end')}</Button>
      {act === 'rename' && (
        <ActDrawer title={t('department.renameOf', { name: department.name })} hint={t('department.renameHint')} url={`/api/departments/${department.id}/rename`} testId="form-rename-department"
          initial={{ name: department.name, shortName: department.shortName }} shape={(values) => ({ ...values, seenName: department.name })} invalidate={CHANGED} onClose={() => setAct(null)}>
          <TextField path="name" label={t('department.name')} required maxLength={100} />
          <div className="form-row"><TextField path="shortName" label={t('department.shortName')} /><TextField path="numberMark" label={t('department.numberMark')} /></div>
          <LongTextField path="reason" label={t('reason')} required />
        </ActDrawer>
      )}
      {act === 'end' && (
        <ActDrawer title={t('department.endOf', { name: department.name })} hint={t('department.endHint')} url={`/api/departments/${department.id}/end`} testId="form-end-department" invalidate={CHANGED} onClose={() => setAct(null)}>
          <SelectField path="successorId" label={t('department.successor')} choices={others.filter((one) => one.id !== department.id).map((one) => ({ value: one.id, label: one.name }))} />
          <LongTextField path="reason" label={t('reason')} required />
        </ActDrawer>
      )}
    </span>
  )
}

export function NewDepartment({ region, onClose }: { region: string | null; onClose: () => void }) {
  const { t } = useTranslation(['organizations', 'shared'])
  return (
    <ActDrawer title={t('department.new')} url="/api/departments" testId="form-register-department" shape={(values) => ({ ...values, regionCode: region })} invalidate={CHANGED} onClose={onClose}>
      <TextField path="name" label={t('department.name')} required maxLength={100} />
      <div className="form-row"><TextField path="shortName" label={t('department.shortName')} required /><TextField path="numberMark" label={t('department.numberMark')} required /></div>
      <TextField path="code" label={t('department.code')} required extra={t('department.codeHint')} />
      <LongTextField path="duty" label={t('department.duty')} required />
      <SelectField path="placeTypes" label={t('department.placeTypes')} multiple choices={PLACE_TYPES.map((value) => ({ value, label: t(`placeType.${value}`) }))} />
    </ActDrawer>
  )
}
