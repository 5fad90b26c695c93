import { readdirSync, readFileSync } from 'node:fs'
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

/** Puts a built site into the bucket at `s3` by its wire protocol; answers how many files there are. */
export async function uploadSite(dist: string, s3: string, bucket: string): Promise<number> {
  const files = filesIn(dist).map((path) => ({ path, key: relative(dist, path).split(sep).join('/') }))
  for (const rank of [0, 1, 2]) {
    const wave = files.filter(({ key }) => order(key) === rank)
    for (let from = 0; from < wave.length; from += 32)
      await Promise.all(wave.slice(from, from + 32).map((file) => put(`${s3}/${bucket}`, file)))
  }
  return files.length
}

async function put(bucket: string, { path, key }: { path: string; key: string }): Promise<void> {
  const answer = await fetch(`${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`, {
    method: 'PUT',
    headers: {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': cacheControlOf(key),
      authorization:
        'AWS4-HMAC-SHA256 Credential=operator/20260101/local/s3/aws4_request, SignedHeaders=host, Signature=local',
    },
    body: readFileSync(path),
  })
  if (!answer.ok) throw new Error(`The site was not uploaded: ${key} answered ${answer.status}.`)
}
