import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import type { Ref } from 'react'

interface Props {
  value: string
  onSearch: (words: string) => void
  placeholder: string
  label: string
  testId: string
  className?: string
  inputRef?: Ref<InputRef>
}

/** Searches on Enter and when cleared; the words themselves live in the address. */
export function SearchBox({ value, onSearch, placeholder, label, testId, className = 'search', inputRef }: Props) {
  return (
    <Input
      key={value}
      {...(inputRef ? { ref: inputRef } : {})}
      type="search"
      className={className}
      defaultValue={value}
      allowClear
      prefix={<SearchOutlined />}
      placeholder={placeholder}
      aria-label={label}
      enterKeyHint="search"
      onPressEnter={(event) => onSearch(event.currentTarget.value.trim())}
      onChange={(event) => { if (event.target.value === '' && value !== '') onSearch('') }}
      data-testid={testId}
    />
  )
}
