import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import { MemoryRouter, useLocation } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addTexts } from '@/shared/i18n/i18n'
import type { Task } from '@/shared/matters/case'
import texts from '../zh-CN'
import { TaskInboxPage } from './task-inbox-page'

addTexts('task-inbox', texts)

const task = (id: string, more: Partial<Task> = {}): Task => ({
  id, title: `任务 ${id}`, matterId: `m-${id}`, outcomes: [], state: 'OPEN', dueStatus: 'TODAY', dueDate: '2026-03-02', createdAt: '2026-03-01T00:00:00Z', version: 1, canAct: true, canUrge: true, ...more,
})

let address = ''
function Address() {
  const location = useLocation()
  address = location.pathname + location.search
  return null
}

const fetched: string[] = []
function show(items: Task[], at = '/tasks') {
  const onAct = vi.fn()
  vi.stubGlobal('fetch', vi.fn(async (path: string) => { fetched.push(path); return new Response(JSON.stringify({ items, next: null, total: items.length, totalIsCapped: false })) }))
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <App><MemoryRouter initialEntries={[at]}><Address /><TaskInboxPage onAct={onAct} /></MemoryRouter></App>
    </QueryClientProvider>,
  )
  return onAct
}

describe('task inbox', () => {
  beforeEach(() => { fetched.length = 0 })

  it('takes its filters from the address and writes them there', async () => {
    show([task('1')], '/tasks?due=OVERDUE&q=电梯')
    await screen.findByTestId('task-row')
    expect(decodeURIComponent(fetched[0] ?? '')).toContain('due=OVERDUE&q=电梯')
    fireEvent.click(screen.getByTestId('task-filter-due-TODAY'))
    await waitFor(() => expect(address).toContain('due=TODAY'))
    expect(screen.getByTestId('filter-chips').textContent).toContain('期限：今日到期')
  })

  it('says the due status in words with an icon', async () => {
    show([task('1', { dueStatus: 'OVERDUE', overdueWorkingDays: 2 })])
    const badge = await screen.findByTestId('due-badge')
    expect(badge.textContent).toBe('已逾期 2 个工作日')
    expect(badge.querySelector('svg')).not.toBeNull()
  })

  it('opens the case from anywhere on the row, and acts without leaving', async () => {
    const onAct = show([task('1')])
    fireEvent.click(await screen.findByTestId('task-act'))
    expect(onAct).toHaveBeenCalledTimes(1)
    expect(address).toBe('/tasks')
    fireEvent.click(screen.getByTestId('task-row'))
    expect(address).toBe('/hazards/m-1?task=1')
  })

  it('is worked by keyboard', async () => {
    const onAct = show([task('1'), task('2')])
    await screen.findAllByTestId('task-row')
    for (const key of ['j', 'j', 'e']) fireEvent.keyDown(window, { key })
    await waitFor(() => expect(onAct.mock.calls[0]?.[0].id).toBe('2'))
    fireEvent.keyDown(window, { key: 'o' })
    expect(address).toBe('/hazards/m-2?task=2')
  })

  it('leaves the keys alone while a person types', async () => {
    const onAct = show([task('1')])
    await screen.findByTestId('task-row')
    fireEvent.keyDown(window, { key: 'j' })
    fireEvent.keyDown(screen.getByTestId('task-search'), { key: 'e' })
    expect(onAct).not.toHaveBeenCalled()
  })

  it('urges several at once from the bar that appears with the ticks', async () => {
    show([task('1'), task('2')], '/tasks?box=sent')
    const ticks = await screen.findAllByTestId('task-select')
    expect(screen.queryByTestId('batch-bar')).toBeNull()
    ticks.forEach((tick) => fireEvent.click(tick))
    expect((await screen.findByTestId('batch-bar')).textContent).toContain('已选 2 项')
  })

  it('tells an empty inbox from an empty search', async () => {
    show([], '/tasks?q=没有的')
    expect((await screen.findByTestId('empty-state')).textContent).toContain('没有符合条件的任务')
  })
})
