import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import globals from 'globals'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// Arrows go one way: shared <- features <- app, and features never see each other.
// The zones are read from the folder names, so a new feature is covered without being listed.
const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const forbid = (files, group, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
})

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/app/contract/openapi.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    languageOptions: { globals: globals.browser },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  { rules: { 'no-irregular-whitespace': ['error', { skipJSXText: true, skipTemplates: true }] } },
  { files: ['*.js', '*.ts'], languageOptions: { globals: globals.node } },
  forbid(['src/shared/**'], ['@/features/*', '@/app/*', '**/features/**', '**/app/**'], 'shared knows neither features nor app'),
  ...features.map((own) =>
    forbid(
      [`src/features/${own}/**`],
      ['@/app/*', '**/app/**', ...features.filter((other) => other !== own).flatMap((other) => [`@/features/${other}`, `@/features/${other}/**`, `**/../${other}/**`])],
      'features never import each other; app joins them',
    ),
  ),
)
