import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where folders of the infra tests are made. */
    folders: string
  }
}

/** Runs before the first and after the last file, so that one file may use what another one made. */
export default function setup({ provide }: TestProject): () => void {
  const base = mkdtempSync(join(tmpdir(), 'learning-city-test-'))
  provide('folders', base)
  return () => rmSync(base, { recursive: true, force: true })
}

/** A new empty folder, removed once all tests are through. */
export const newFolder = (): string => mkdtempSync(join(inject('folders'), 'made-'))
