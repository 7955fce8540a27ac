import { Select, TreeSelect } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, pathText, type Path } from '@/shared/ui/form-fields'
import { useEnterprises, type Enterprise } from './find-enterprises'
import { useEquipment, type Equipment } from './find-equipment'
import { usePeople } from './list-people'
import { regionTree, useRegions } from './list-regions'

interface InputProps {
  id?: string
  value?: string | null
  onChange?: (value: string | null) => void
  testId: string
  disabled?: boolean
}

const optionId = (testId: string, value: string) => testId.replace(/^field-/, 'option-') + `-${value}`

/** A remembered name keeps a restored draft readable before the list is asked again. */
export function EnterpriseInput({ value, onChange, onPick, testId, known, disabled }: InputProps & { onPick?: (one: Enterprise | null) => void; known?: { id: string; name: string } | null }) {
  const { t } = useTranslation('shared')
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useEnterprises(q)
  const options = (found.data ?? []).map((one) => ({ value: one.id, label: one.name, sub: [one.creditCode, one.address].filter(Boolean).join(' · ') }))
  if (known && !options.some((one) => one.value === known.id)) options.unshift({ value: known.id, label: known.name, sub: '' })
  return (
    <Select
      value={value ?? null}
      {...(disabled === undefined ? {} : { disabled })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('picker.enterprise')}
      loading={found.isFetching}
      options={options}
      notFoundContent={found.isFetching ? t('status.loading') : t('picker.none')}
      optionRender={(option) => (
        <div data-testid={optionId(testId, String(option.value))}>
          <div>{option.label}</div>
          <div className="muted small">{String((option.data as { sub?: string }).sub ?? '')}</div>
        </div>
      )}
      onChange={(next: string | undefined) => {
        onChange?.(next ?? null)
        onPick?.(found.data?.find((one) => one.id === next) ?? null)
      }}
      data-testid={testId}
    />
  )
}

export function EquipmentInput({ value, onChange, onPick, enterpriseId, testId, known, disabled }: InputProps & { enterpriseId?: string | undefined; onPick?: (one: Equipment | null) => void; known?: { id: string; name: string } | null }) {
  const { t } = useTranslation('shared')
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useEquipment(q, enterpriseId)
  const options = (found.data ?? []).map((one) => ({
    value: one.id,
    label: [one.kindName ?? one.name, one.code].filter(Boolean).join(' '),
    sub: [one.place, one.enterpriseName].filter(Boolean).join(' · '),
  }))
  if (known && !options.some((one) => one.value === known.id)) options.unshift({ value: known.id, label: known.name, sub: '' })
  return (
    <Select
      value={value ?? null}
      {...(disabled === undefined ? {} : { disabled })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('picker.equipment')}
      loading={found.isFetching}
      options={options}
      notFoundContent={found.isFetching ? t('status.loading') : t('picker.none')}
      optionRender={(option) => (
        <div data-testid={optionId(testId, String(option.value))}>
          <div>{option.label}</div>
          <div className="muted small">{String((option.data as { sub?: string }).sub ?? '')}</div>
        </div>
      )}
      onChange={(next: string | undefined) => {
        onChange?.(next ?? null)
        onPick?.(found.data?.find((one) => one.id === next) ?? null)
      }}
      data-testid={testId}
    />
  )
}

export function PersonInput({ value, onChange, testId, postKind, exclude }: InputProps & { postKind: string; exclude?: string | undefined }) {
  const { t } = useTranslation('shared')
  const people = usePeople(postKind)
  return (
    <Select
      value={value ?? null}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('picker.person')}
      loading={people.isFetching}
      options={(people.data ?? []).filter((one) => one.id !== exclude || one.id === value).map((one) => ({
        value: one.id,
        label: [one.name, one.postName, one.departmentName].filter(Boolean).join(' · '),
      }))}
      optionRender={(option) => <span data-testid={optionId(testId, String(option.value))}>{option.label}</span>}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      data-testid={testId}
    />
  )
}

export function RegionInput({ value, onChange, testId }: InputProps) {
  const { t } = useTranslation('shared')
  const regions = useRegions()
  return (
    <TreeSelect
      {...(value ? { value } : {})}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear
      placeholder={t('picker.region')}
      loading={regions.isFetching}
      treeData={regionTree(regions.data ?? [])}
      treeDefaultExpandAll
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      data-testid={testId}
      className="wide"
    />
  )
}

interface PersonFieldProps { path: Path; label: string; postKind: string; required?: boolean; exclude?: string | undefined; extra?: React.ReactNode }

export function PersonField({ path, label, postKind, required, exclude, extra }: PersonFieldProps) {
  return (
    <Field path={path} label={label} required={required ?? false} extra={extra}>
      <PersonInput testId={`field-${pathText(path)}`} postKind={postKind} exclude={exclude} />
    </Field>
  )
}
