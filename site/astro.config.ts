import { defineConfig } from 'astro/config'

const origin = process.env.PUBLIC_ORIGIN

/** Nothing is inlined: one strict Content-Security-Policy holds for every page. */
export default defineConfig({
  ...(origin ? { site: origin } : {}),
  trailingSlash: 'always',
  build: { format: 'preserve', inlineStylesheets: 'never' },
  cacheDir: process.env.SITE_CACHE ?? './.astro/cache',
  devToolbar: { enabled: false },
  vite: {
    build: { cssTarget: 'chrome80', assetsInlineLimit: 0 },
    environments: { client: { build: { target: 'chrome80' } } },
  },
})
