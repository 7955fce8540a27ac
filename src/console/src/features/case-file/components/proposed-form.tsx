import { Form } from 'antd'
import { useState } from 'react'
import { toLocalMinute } from '@/shared/format/dates'
import type { Case } from '@/shared/matters/case'
import type { CommandForm } from '@/shared/matters/command-form'
import { ReadOnlyContext } from '@/shared/ui/form-fields'

/** Instants come back as the wall-clock minutes the fields work with; everything else as it was filled in. */
export function fromRequest(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) ? toLocalMinute(value) : value
  if (Array.isArray(value)) return value.map(fromRequest)
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromRequest(part)]))
  return value
}

/** What the first person filled in, to be read and not changed by the one who confirms it. */
export function ProposedForm({ hazard, values, form: definition }: { hazard: Case; values: Record<string, unknown>; form: CommandForm | undefined }) {
  const [form] = Form.useForm()
  const [initial] = useState(() => fromRequest(values) as Record<string, unknown>)
  if (!definition) return null
  const { Fields } = definition
  return (
    <ReadOnlyContext value>
    <Form form={form} layout="vertical" disabled initialValues={initial} requiredMark={false} className="proposed-form" data-testid="proposed-form">
      <Fields hazard={hazard} form={form} />
    </Form>
    </ReadOnlyContext>
  )
}
