// Runs on any Node from 16 on: installs what is missing, then runs the asked command with the Node that is pinned here.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [command = '', ...given] = process.argv.slice(2)
const commands = {
  start: ['infra/local/start.ts'],
  dev: ['infra/local/dev.ts'],
  test: ['node_modules/vitest/vitest.mjs', 'run'],
  deploy: ['infra/deploy/deploy.ts'],
  giving: ['infra/deploy/giving.ts'],
  money: ['infra/office/money.ts'],
  secret: ['infra/deploy/secret.ts'],
}

const stop = (sentence) => {
  console.error(sentence)
  process.exit(1)
}
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(7)

/** True if what is installed is what the lock file says. */
function installed() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const wanted = read('package-lock.json').packages
  const have = read('node_modules/.package-lock.json').packages
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, peer }]) => {
    if (path === '') return true
    const there = have[path]
    if (!there) return Boolean(optional || devOptional || peer)
    return there.version === version && (!integrity || !there.integrity || there.integrity === integrity)
  })
}

function install() {
  const began = Date.now()
  console.log('         installing what package-lock.json names …')
  const npm = process.env.npm_execpath
  const [program, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  const run = (...args) =>
    spawnSync(program, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && program === 'npm',
    }).status === 0
  // A registry that lacks packages of other platforms makes `npm ci` doubt the lock file; `npm install` holds to it too.
  if (!run('ci') && !run('install', '--no-save'))
    stop('The packages could not be installed. Is the npm registry reachable?')
  console.log(`${seconds(began)}  packages: installed`)
}

/** The pinned Node for this platform, else the one that runs this if it is new enough. */
function pinned() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const folder = join(root, 'node_modules', name, 'bin')
  const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(path)) return { node: path, folder }
  if (Number(process.versions.node.split('.')[0]) >= 24)
    return { node: process.execPath, folder: dirname(process.execPath) }
  return stop(
    `This city needs Node 24, and npm has none for ${process.platform}-${process.arch}. Install Node 24 or newer (https://nodejs.org) and run npm ${command} again; this one is ${process.versions.node}.`,
  )
}

if (!(command in commands)) stop(`Which command? ${Object.keys(commands).join(', ')}.`)
if (!installed()) install()
const { node, folder } = pinned()
const path = [folder, join(root, 'node_modules/.bin'), process.env.PATH].filter(Boolean).join(delimiter)
const child = spawn(node, [...commands[command], ...given], {
  cwd: root,
  env: { ...process.env, PATH: path },
  // The channel lets the child notice if this process is killed.
  stdio: command === 'test' ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm runs this below a shell, and a signal to npm ends that shell without a word to what runs in it.
const parent = process.ppid
const looking = setInterval(() => {
  if (process.ppid === parent || !process.env.npm_lifecycle_event) return
  clearInterval(looking)
  child.kill('SIGTERM')
}, 300)
child.on('error', (error) => stop(error.message))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
