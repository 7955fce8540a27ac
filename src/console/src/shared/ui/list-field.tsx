import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldErrorText } from './problem-alert'
import { ReadOnlyContext, RefusalContext, refusedFields } from './form-fields'

interface Props {
  name: string
  label: string
  addText: string
  blank: Record<string, unknown>
  fixed?: boolean
  /** `path` names the server's field; `listName` names it inside the list. */
  children: (at: { index: number; path: (key: string) => string; listName: (key: string) => (string | number)[] }) => ReactNode
}

/** Numbered items that can be added and removed; at least one stays. */
export function ListField({ name, label, addText, blank, fixed = false, children }: Props) {
  const { t } = useTranslation('shared')
  const readOnly = useContext(ReadOnlyContext)
  const refused = refusedFields(useContext(RefusalContext)).get(name)
  return (
    <fieldset className="list-field" data-testid={`list-${name}`}>
      <legend>{label}</legend>
      {refused && <FieldErrorText error={refused} />}
      <Form.List name={name}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <div className="list-item" key={field.key}>
                <div className="list-item-head">
                  <b>{index + 1}</b>
                  {!fixed && !readOnly && fields.length > 1 && (
                    <Button type="text" size="small" icon={<DeleteOutlined />} onClick={() => remove(field.name)} aria-label={`${t('action.remove')} ${index + 1}`} />
                  )}
                </div>
                {children({ index, path: (key) => `${name}.${index}.${key}`, listName: (key) => [field.name, key] })}
              </div>
            ))}
            {!fixed && !readOnly && <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({ ...blank })} data-testid={`add-${name}`}>{addText}</Button>}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
