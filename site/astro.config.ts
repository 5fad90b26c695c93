import { readdirSync } from 'node:fs'
import type { AstroIntegration } from 'astro'
import { defineConfig } from 'astro/config'

const origin = process.env.PUBLIC_ORIGIN
const folder = './src/pages/_look'

/** A route for each page that shows a component in all its states, and for the file that one of them looks places up in. */
const look: AstroIntegration = {
  name: 'look',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      const pages = readdirSync(new URL(folder, import.meta.url)).filter((file) => /^[a-z-]+\.astro$/.test(file))
      for (const file of pages)
        injectRoute({ pattern: `/_look/${file.replace('.astro', '')}`, entrypoint: `${folder}/${file}` })
      injectRoute({ pattern: '/[...gazetteer].json', entrypoint: './src/pages/[...gazetteer].json.ts' })
    },
  },
}

/** Nothing is inlined: one strict Content-Security-Policy holds for every page. */
export default defineConfig({
  ...(origin ? { site: origin } : {}),
  // Only tests look. That folder has no `pages` of its own, so nothing else is built.
  ...(process.env.LOOK ? { srcDir: folder, integrations: [look] } : {}),
  trailingSlash: 'always',
  build: { format: 'preserve', inlineStylesheets: 'never' },
  cacheDir: process.env.SITE_CACHE ?? './.astro/cache',
  devToolbar: { enabled: false },
  vite: {
    build: { cssTarget: 'chrome80', assetsInlineLimit: 0 },
    environments: { client: { build: { target: 'chrome80' } } },
  },
})
