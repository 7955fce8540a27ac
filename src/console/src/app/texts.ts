import { addTexts } from '@/shared/i18n/i18n'
import app from './zh-CN'

// Every feature brings its own texts under its own name.
const features = import.meta.glob<{ default: object }>('../features/*/zh-CN.ts', { eager: true })

addTexts('app', app)
for (const [path, texts] of Object.entries(features)) {
  const name = /features\/([^/]+)\//.exec(path)?.[1]
  if (name) addTexts(name, texts.default)
}
