import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '@/shared/ui/form-fields'
import { usePersonRegister } from '../api/organization'

/** People of the register, of one unit or of the reader's organs, found by the beginning of the name. */
export function PersonSelectField({ path, label, required, enterpriseId }: { path: string; label: string; required?: boolean; enterpriseId?: string | null }) {
  const { t } = useTranslation('organizations')
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = usePersonRegister({ q, enterpriseId: enterpriseId ?? null })
  const people = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Field path={path} label={label} required={required ?? false}>
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isFetching}
        placeholder={t('person.choose')}
        options={people.map((one) => ({ value: one.id, label: [one.name, ...one.posts].join(' · ') }))}
        optionRender={(option) => <span data-testid={`option-${path}-${option.value}`}>{option.label}</span>}
        data-testid={`field-${path}`}
      />
    </Field>
  )
}
