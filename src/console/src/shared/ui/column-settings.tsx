import { ArrowDownOutlined, ArrowUpOutlined, PushpinFilled, PushpinOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { useColumns } from './use-columns'

interface Props { columns: ReturnType<typeof useColumns>; labels: Record<string, string> }

export function ColumnSettings({ columns, labels }: Props) {
  const { t } = useTranslation('shared')
  const list = (
    <div className="column-settings">
      <p className="muted small">{t('table.columnsHint')}</p>
      <ul className="plain-list">
        {columns.columns.map((one, index) => (
          <li key={one.key}>
            <Checkbox checked={one.shown} onChange={() => columns.toggle(one.key)} data-testid={`column-${one.key}`}>{labels[one.key]}</Checkbox>
            <span>
              <Button type="text" size="small" icon={one.pinned ? <PushpinFilled /> : <PushpinOutlined />} aria-pressed={one.pinned} aria-label={`${t('table.pin')}${labels[one.key]}`} onClick={() => columns.pin(one.key)} />
              <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={`${t('action.up')}${labels[one.key]}`} onClick={() => columns.move(one.key, -1)} />
              <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={index === columns.columns.length - 1} aria-label={`${t('action.down')}${labels[one.key]}`} onClick={() => columns.move(one.key, 1)} />
            </span>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={columns.reset}>{t('table.reset')}</Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={list}>
      <Button icon={<SettingOutlined />} data-testid="column-settings">{t('table.columns')}</Button>
    </Popover>
  )
}
