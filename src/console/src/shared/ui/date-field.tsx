import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useClock } from '@/shared/clock/clock'
import { Field, pathText, type Path } from './form-fields'

interface DateInputProps {
  id?: string
  value?: string | null
  onChange?: (value: string | null) => void
  min?: string
  max?: string
  withTime?: boolean
  testId?: string
  disabled?: boolean
  placeholder?: string
}

const DAY = 'YYYY-MM-DD'
const MINUTE = 'YYYY-MM-DDTHH:mm'

/** The form keeps text (`2026-03-02`, or `2026-03-02T10:12` on the Shanghai wall clock): drafts are plain JSON and no zone can creep in. */
export function DateInput({ id, value, onChange, min, max, withTime = false, testId, disabled, placeholder }: DateInputProps) {
  const { today } = useClock()
  const format = withTime
    ? ['YYYY-MM-DD（ddd） HH:mm', 'YYYY-MM-DD HH:mm', 'YYYY-MM-DDTHH:mm']
    : ['YYYY-MM-DD（ddd）', DAY, 'YYYYMMDD', 'YYYY/M/D']
  return (
    <DatePicker
      {...(id ? { id } : {})}
      className="wide"
      {...(placeholder ? { placeholder } : {})}
      value={value ? dayjs(value) : null}
      onChange={(next: Dayjs | null) => onChange?.(next ? next.format(withTime ? MINUTE : DAY) : null)}
      format={format}
      showTime={withTime ? { format: 'HH:mm' } : false}
      showNow={false}
      defaultPickerValue={dayjs(today)}
      {...(disabled === undefined ? {} : { disabled })}
      disabledDate={(day: Dayjs) => {
        const text = day.format(DAY)
        return (min !== undefined && text < min) || (max !== undefined && text > max)
      }}
      data-testid={testId}
    />
  )
}

interface DateFieldProps {
  path: Path
  label?: string
  listName?: (string | number)[]
  required?: boolean
  min?: string
  max?: string
  withTime?: boolean
  extra?: React.ReactNode
}

export function DateField({ path, label, listName, required, min, max, withTime, extra }: DateFieldProps) {
  return (
    <Field path={path} label={label} {...(listName ? { listName } : {})} required={required ?? false} extra={extra}>
      <DateInput {...(min ? { min } : {})} {...(max ? { max } : {})} withTime={withTime ?? false} testId={`field-${pathText(path)}`} />
    </Field>
  )
}
