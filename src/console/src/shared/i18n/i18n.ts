import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import shared from './zh-CN'

export const i18n = i18next.createInstance()

void i18n.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  defaultNS: 'shared',
  resources: { 'zh-CN': { shared } },
  interpolation: { escapeValue: false },
  initAsync: false,
})

export function addTexts(namespace: string, texts: object) {
  i18n.addResourceBundle('zh-CN', namespace, texts, true, true)
}
