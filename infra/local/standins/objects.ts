import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ObjectFacts {
  etag: string
  type: string
  cacheControl?: string
  /** Milliseconds since 1970. */
  modified: number
  length: number
}

/** The objects of one bucket: facts in one file, bodies by their hash; in memory only without a folder. */
export function openBucket(folder?: string) {
  const index = folder && join(folder, 'index.json')
  const facts = new Map<string, ObjectFacts>(
    index && existsSync(index) ? (JSON.parse(readFileSync(index, 'utf8')) as [string, ObjectFacts][]) : [],
  )
  const bodies = new Map<string, Buffer>()
  if (folder) mkdirSync(folder, { recursive: true })
  let dirty = false

  function flush(): void {
    if (!index || !dirty) return
    dirty = false
    writeFileSync(`${index}.new`, JSON.stringify([...facts]))
    renameSync(`${index}.new`, index)
  }
  const later = () => {
    if (dirty) return
    dirty = true
    setTimeout(flush, 50).unref()
  }
  return {
    facts: (key: string) => facts.get(key),
    keys: (prefix: string) => [...facts.keys()].filter((key) => key.startsWith(prefix)).sort(),
    body(key: string): Buffer {
      const { etag } = facts.get(key)!
      const have = bodies.get(etag)
      if (have) return have
      const read = readFileSync(join(folder!, etag))
      bodies.set(etag, read)
      return read
    },
    put(key: string, body: Buffer, about: Pick<ObjectFacts, 'type' | 'cacheControl' | 'modified'>): ObjectFacts {
      const etag = createHash('md5').update(body).digest('hex')
      if (folder && !existsSync(join(folder, etag))) writeFileSync(join(folder, etag), body)
      bodies.set(etag, body)
      const made = { ...about, etag, length: body.length }
      facts.set(key, made)
      later()
      return made
    },
    flush,
  }
}
export type Bucket = ReturnType<typeof openBucket>
