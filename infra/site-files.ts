import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.csv': 'text/csv; charset=utf-8',
}

/** Names with a hash of their content never change; a page is asked again after a minute. */
export const cacheControlOf = (key: string): string =>
  key.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'public, max-age=60'

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  )

/** Hashed assets first and pages last: no page may name what is not there yet. Nothing is pruned. */
const order = (key: string): number => (key.startsWith('_astro/') ? 0 : extname(key) === '.html' ? 2 : 1)

/** A file of the built site and how it is kept. */
export interface SiteFile {
  path: string
  key: string
  type: string
  cacheControl: string
}

const typeOf = (path: string): string => types[extname(path)] ?? 'application/octet-stream'

/** Hands every file of a built site to `put`, in waves that may be stopped at any place; answers their keys in that order. */
export async function uploadInOrder(dist: string, put: (file: SiteFile) => Promise<void>): Promise<string[]> {
  const files = filesIn(dist)
    .map((path) => ({ path, key: relative(dist, path).split(sep).join('/'), type: typeOf(path) }))
    .map((file): SiteFile => ({ ...file, cacheControl: cacheControlOf(file.key) }))
  const waves = [0, 1, 2].map((rank) => files.filter(({ key }) => order(key) === rank))
  for (const wave of waves)
    for (let from = 0; from < wave.length; from += 32) await Promise.all(wave.slice(from, from + 32).map(put))
  return waves.flat().map(({ key }) => key)
}
