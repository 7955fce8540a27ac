import { Form, Input, InputNumber, Radio, Select, Switch, type FormItemProps } from 'antd'
import { createContext, useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { normalizePath, Problem, type FieldError } from '@/shared/http/problem'
import { FieldErrorText } from './problem-alert'

/** The refusal of the last attempt, so that every field can show its own part of it. */
export const RefusalContext = createContext<unknown>(null)

/** The fields show what somebody else filled in. */
export const ReadOnlyContext = createContext(false)

export function refusedFields(error: unknown): Map<string, FieldError> {
  const map = new Map<string, FieldError>()
  if (error instanceof Problem) for (const one of error.errors) map.set(normalizePath(one.field), one)
  return map
}

export type Path = string | (string | number)[]

export const pathText = (path: Path): string => (Array.isArray(path) ? path.join('.') : path)
const namePath = (path: Path): (string | number)[] =>
  Array.isArray(path) ? path : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))

interface FieldProps extends Omit<FormItemProps, 'name' | 'children'> {
  path: Path
  label?: ReactNode
  /** The name of the field within a Form.List, when it differs from the whole path. */
  listName?: (string | number)[]
  children: ReactNode
}

/** A form item that shows the server's refusal of exactly this path beside it. */
export function Field({ path, listName, children, required, rules, ...rest }: FieldProps) {
  const { t } = useTranslation('shared')
  const refused = refusedFields(useContext(RefusalContext)).get(pathText(path))
  const label = typeof rest.label === 'string' ? rest.label : ''
  return (
    <Form.Item
      {...rest}
      name={listName ?? namePath(path)}
      required={required ?? false}
      rules={rules ?? (required ? [{ required: true, message: t('field.required', { label }) }] : [])}
      data-field={pathText(path)}
      {...(refused ? { validateStatus: 'error' as const, help: <FieldErrorText error={refused} /> } : {})}
    >
      {children}
    </Form.Item>
  )
}

const id = (path: Path) => `field-${pathText(path)}`

type Simple = Omit<FieldProps, 'children'> & { placeholder?: string; disabled?: boolean }

export function TextField({ placeholder, disabled, maxLength = 200, ...field }: Simple & { maxLength?: number }) {
  return (
    <Field {...field}>
      <Input placeholder={placeholder ?? ''} {...(disabled === undefined ? {} : { disabled })} maxLength={maxLength} data-testid={id(field.path)} autoComplete="off" />
    </Field>
  )
}

export function LongTextField({ placeholder, rows = 3, maxLength = 2000, ...field }: Simple & { rows?: number; maxLength?: number }) {
  return (
    <Field {...field}>
      <Input.TextArea placeholder={placeholder ?? ''} autoSize={{ minRows: rows, maxRows: 12 }} maxLength={maxLength} data-testid={id(field.path)} />
    </Field>
  )
}

export function NumberField({ placeholder, suffix, min = 0, precision = 2, ...field }: Simple & { suffix?: string; min?: number; precision?: number }) {
  return (
    <Field {...field}>
      <InputNumber<number> min={min} precision={precision} placeholder={placeholder ?? ''} suffix={suffix} className="wide" inputMode="decimal" controls={false}
        data-testid={id(field.path)} />
    </Field>
  )
}

export interface Choice { value: string; label: string; hint?: string; disabled?: boolean }

export function ChoiceField({ choices, ...field }: Simple & { choices: Choice[] }) {
  return (
    <Field {...field}>
      <Radio.Group data-testid={id(field.path)} className="choice-group">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} {...(choice.disabled === undefined ? {} : { disabled: choice.disabled })} data-testid={`option-${pathText(field.path)}-${choice.value}`}>
            {choice.label}
            {choice.hint && <span className="muted"> {choice.hint}</span>}
          </Radio>
        ))}
      </Radio.Group>
    </Field>
  )
}

export function SelectField({ choices, multiple, placeholder, ...field }: Simple & { choices: Choice[]; multiple?: boolean }) {
  const { t } = useTranslation('shared')
  return (
    <Field {...field}>
      <Select
        {...(multiple ? { mode: 'multiple' as const } : {})}
        placeholder={placeholder ?? t('action.choose')}
        options={choices}
        showSearch={{ optionFilterProp: 'label' }}
        data-testid={id(field.path)}
        optionRender={(option) => <span data-testid={`option-${pathText(field.path)}-${option.value}`}>{option.label}</span>}
      />
    </Field>
  )
}

export function SwitchField({ onText, offText, ...field }: Simple & { onText?: string; offText?: string }) {
  const { t } = useTranslation('shared')
  return (
    <Field {...field} valuePropName="checked">
      <Switch checkedChildren={onText ?? t('yes')} unCheckedChildren={offText ?? t('no')} data-testid={id(field.path)} />
    </Field>
  )
}
