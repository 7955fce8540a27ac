import type { FormInstance } from 'antd'
import type { ComponentType } from 'react'
import type { Case } from './case'

/** What a command's fields may read: the case as the person sees it. */
export interface CommandFieldsProps {
  hazard: Case
  form: FormInstance
}

/** One command's form: its fields, how it starts, and how what was typed becomes what is sent. */
export interface CommandForm {
  Fields: ComponentType<CommandFieldsProps>
  /** Starting values, when there is no draft; `now` is the business minute on the Shanghai wall clock. */
  initial?: (hazard: Case, now: string) => Record<string, unknown>
  /** From form values to the request body; the version is added by the sender. */
  toRequest?: (values: Record<string, unknown>) => Record<string, unknown>
  /** A sentence above the fields: what happens when this is done. */
  consequence?: (hazard: Case) => string | null
  /** Acts that end or refuse something are not the blue button. */
  danger?: boolean
}

export type CommandForms = Record<string, CommandForm>
