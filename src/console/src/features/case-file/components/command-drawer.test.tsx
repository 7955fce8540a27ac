import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ClockProvider } from '@/shared/clock/clock'
import { addTexts } from '@/shared/i18n/i18n'
import type { Case } from '@/shared/matters/case'
import type { CommandForms } from '@/shared/matters/command-form'
import { LongTextField } from '@/shared/ui/form-fields'
import { readDraft } from '@/shared/ui/use-draft'
import texts from '../zh-CN'
import { CommandDrawer } from './command-drawer'

addTexts('case-file', texts)

const hazard = { id: 'h1', version: 7, commands: [] } as unknown as Case
const forms: CommandForms = {
  'return-plan': { Fields: () => <LongTextField path="opinion" label="退回理由" /> },
  'approve-plan': { Fields: () => <LongTextField path="opinion" label="审查意见" /> },
}
const answer = vi.fn<(path: string, init: RequestInit) => Response>()

function open(commands = ['return-plan']) {
  const onClose = vi.fn()
  const onReload = vi.fn()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <ClockProvider initial={{ now: '2026-03-02T02:00:00Z', mode: 'REAL' }}>
          <CommandDrawer hazard={hazard} ways={commands.map((command) => ({ command, displayName: command }))} forms={forms} onClose={onClose} onReload={onReload} />
        </ClockProvider>
      </App>
    </QueryClientProvider>,
  )
  return { onClose, onReload }
}

const refusal = (body: object) => new Response(JSON.stringify(body), { status: 422 })
const write = (text: string) => fireEvent.change(screen.getByTestId('field-opinion'), { target: { value: text } })

describe('command form', () => {
  beforeEach(() => {
    answer.mockReset()
    vi.stubGlobal('fetch', vi.fn(async (path: string, init: RequestInit) => answer(path, init)))
  })

  it('sends the version the person saw and closes when accepted', async () => {
    answer.mockReturnValue(new Response(JSON.stringify({ matterId: 'h1', state: 'PLAN_RETURNED', version: 8, message: '已退回' })))
    const { onClose } = open()
    write('资金来源未说明')
    fireEvent.click(screen.getByTestId('submit'))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    const [path, init] = answer.mock.calls[0]!
    expect(path).toBe('/api/hazards/h1/return-plan')
    expect(JSON.parse(String(init.body))).toEqual({ version: 7, opinion: '资金来源未说明' })
    expect(readDraft('command:h1:return-plan')).toBeNull()
  })

  it('shows a refusal beside its field and keeps what was typed, also over a reload', async () => {
    answer.mockReturnValue(refusal({ title: '意见不合要求', code: 'x', errors: [{ field: '$.opinion', expected: '退回应说明理由', actual: '待定', article: '第二十九条' }] }))
    const { onClose } = open()
    write('待定')
    fireEvent.click(screen.getByTestId('submit'))
    await screen.findByTestId('problem')
    expect(screen.getByText('应为：退回应说明理由')).toBeTruthy()
    expect(screen.getByText('依据：第二十九条')).toBeTruthy()
    expect(onClose).not.toHaveBeenCalled()
    expect((screen.getByTestId('field-opinion') as HTMLTextAreaElement).value).toBe('待定')
    expect(readDraft<{ opinion: string }>('command:h1:return-plan')?.value.opinion).toBe('待定')
  })

  it('says when the matter has moved on and offers the newest', async () => {
    answer.mockReturnValue(new Response(JSON.stringify({ title: '版本已变', currentVersion: 9, currentState: 'RECTIFYING' }), { status: 409 }))
    const { onReload } = open()
    write('退回')
    fireEvent.click(screen.getByTestId('submit'))
    fireEvent.click(await screen.findByTestId('reload-case'))
    expect(onReload).toHaveBeenCalled()
    expect(screen.getByText(/现为第 9 版（整改中）/)).toBeTruthy()
  })

  it('keeps everything when the network is gone', async () => {
    vi.stubGlobal('fetch', vi.fn(async () => { throw new TypeError('failed') }))
    open()
    write('退回')
    fireEvent.click(screen.getByTestId('submit'))
    expect((await screen.findByTestId('problem')).dataset.code).toBe('offline')
    expect(readDraft('command:h1:return-plan')).not.toBeNull()
  })

  it('lets the outcome of a task be chosen, each with a draft of its own', async () => {
    answer.mockReturnValue(new Response(JSON.stringify({ matterId: 'h1', state: 'RECTIFYING', version: 8 })))
    open(['approve-plan', 'return-plan'])
    fireEvent.click(screen.getByTestId('way-return-plan'))
    await screen.findByText('退回理由')
    write('退回')
    fireEvent.click(screen.getByTestId('submit'))
    await waitFor(() => expect(answer.mock.calls[0]?.[0]).toBe('/api/hazards/h1/return-plan'))
  })
})
