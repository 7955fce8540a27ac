import '@/shared/i18n/i18n'
import { afterEach, vi } from 'vitest'
import { cleanup, configure } from '@testing-library/react'

configure({ asyncUtilTimeout: 20_000 })

// Ant Design asks for these; jsdom has no layout.
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false, media: query, onchange: null,
    addListener: vi.fn(), removeListener: vi.fn(), addEventListener: vi.fn(), removeEventListener: vi.fn(), dispatchEvent: vi.fn(),
  }),
})
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof ResizeObserver

// jsdom answers for the element only.
const computed = window.getComputedStyle.bind(window)
window.getComputedStyle = (element) => computed(element)
Element.prototype.scrollIntoView = () => undefined

afterEach(() => {
  cleanup()
  localStorage.clear()
})
