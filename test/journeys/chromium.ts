import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')

/** The package's own switches turn off web security; these only let it run as root, quietly, and reach nothing but this machine. */
const args = [
  '--no-sandbox',
  '--headless=shell',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** Runs `work` with another folder for temporary files: the package unpacks into it. */
async function unpackInto(folder: string, names: readonly string[]): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await Promise.all(names.map((name) => inflate(join(packed, name))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Unpacks the browser once per install; whoever comes second at the same time uses the first one's. */
async function unpacked(): Promise<string> {
  const kept = join(packed, '..', 'unpacked')
  if (existsSync(kept)) return kept
  const folder = mkdtempSync(join(packed, '..', 'unpacking-'))
  await unpackInto(folder, ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
  try {
    renameSync(folder, kept)
  } catch (error) {
    rmSync(folder, { recursive: true })
    if (!existsSync(kept)) throw error
  }
  return kept
}

/** A real Chromium from npm alone; `CHROMIUM` names another one. Where the system lacks its libraries, the package's are used. */
export async function openChromium(): Promise<Browser> {
  const own = process.env.CHROMIUM
  if (own) return chromium.launch({ executablePath: own, args })
  const folder = await unpacked()
  const env = { ...process.env, FONTCONFIG_PATH: existsSync('/etc/fonts') ? '/etc/fonts' : join(folder, 'fonts') }
  const launch = (more: NodeJS.ProcessEnv) =>
    chromium.launch({
      executablePath: join(folder, 'chromium'),
      args,
      env: { ...env, ...more } as Record<string, string>,
    })
  try {
    return await launch({})
  } catch (error) {
    if (!/shared librar/.test(String(error))) throw error
    return launch({ LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') })
  }
}
