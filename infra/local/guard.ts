import { spawn } from 'node:child_process'

/** Runs another program for exactly as long as the process that started this one lives, however that one ends. */
const [program, ...given] = process.argv.slice(2)
if (!program) throw new Error('guard: which program?')
const child = spawn(program, given, { stdio: ['ignore', 'inherit', 'inherit'] })
const end = () => child.kill('SIGTERM')
process.on('disconnect', end)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
child.on('error', () => process.exit(127))
child.on('exit', (code) => process.exit(code ?? 0))
