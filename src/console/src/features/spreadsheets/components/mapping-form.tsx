import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { normalizePath, Problem } from '@/shared/http/problem'
import { FieldErrorText } from '@/shared/ui/problem-alert'
import type { useActOnImport } from '../api/act-on-import'
import type { Import, ImportKind } from '../api/import'

interface Props { one: Import; kind: ImportKind; act: ReturnType<typeof useActOnImport> }

/** Column letters as Excel shows them. */
export function letters(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** Which column of the sheet is which; what was recognised is filled in already. */
export function MappingForm({ one, kind, act }: Props) {
  const { t } = useTranslation(['spreadsheets', 'shared'])
  const [columns, setColumns] = useState<Record<string, number>>(() => Object.fromEntries(one.mapping.map((each) => [each.name, each.column])))
  const [headingRow, setHeadingRow] = useState(one.headingRow)
  const options = one.headings.map((heading, index) => ({ value: index, label: `${letters(index)} · ${heading || t('noHeading')}` }))
  const errors = act.error instanceof Problem ? act.error.errors : []
  const choose = (name: string, column: number | undefined) => setColumns((before) => {
    const next = Object.fromEntries(Object.entries(before).filter(([each, value]) => each !== name && value !== column))
    return column === undefined ? next : { ...next, [name]: column }
  })
  return (
    <section className="panel" data-testid="mapping">
      <div className="import-sheet">
        {one.sheetNames.length > 1 && (
          <label>{t('sheet')} <Select value={one.sheet} options={one.sheetNames.map((name, index) => ({ value: index, label: name }))} onChange={(sheet) => act.mutate({ act: 'map', form: { sheet } })} /></label>
        )}
        <label>{t('headingRow')} <InputNumber min={1} max={100} value={headingRow} onChange={(row) => setHeadingRow(row ?? 1)} /></label>
        <Button onClick={() => act.mutate({ act: 'map', form: { headingRow } })} loading={act.isPending}>{t('findAgain')}</Button>
        <span className="muted small">{t('found', { row: one.headingRow, count: one.totalRows })}</span>
      </div>
      <div className="import-mapping">
        {kind.columns.map((column) => {
          const error = errors.find((each) => normalizePath(each.field) === `columns.${column.name}`)
          return (
            <div key={column.name} className="import-mapped">
              <label htmlFor={`map-${column.name}`}>{column.heading}{column.required && <span className="import-required" title={t('required')}>*</span>}</label>
              <Select id={`map-${column.name}`} allowClear showSearch optionFilterProp="label" placeholder={t('notMapped')} options={options} {...(error ? { status: 'error' as const } : {})}
                value={columns[column.name] ?? null} onChange={(value: number | null | undefined) => choose(column.name, value ?? undefined)} data-testid={`map-${column.name}`} />
              {error ? <FieldErrorText error={error} /> : column.hint && <span className="muted small import-hint" title={column.hint}>{column.hint}</span>}
            </div>
          )
        })}
      </div>
      <div className="import-acts">
        <span className="muted small">{t('remembered')}</span>
        <Button type="primary" onClick={() => act.mutate({ act: 'map', form: { columns } })} loading={act.isPending} data-testid="mapping-submit">{t('check')}</Button>
      </div>
    </section>
  )
}
