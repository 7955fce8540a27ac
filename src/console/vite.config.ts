import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.CONSOLE_SERVER ?? 'http://127.0.0.1:5000'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: '../SpecialEquipment.Workflow.Server/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // The server's policy allows no data: or inline script, so nothing may be inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/hubs': { target: server, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    // A loaded build machine is slow, not wrong.
    testTimeout: 60_000,
    setupFiles: ['src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    env: { TZ: 'America/New_York' },
  },
})
