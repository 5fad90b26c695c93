import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** How long the city takes to print its address, with the data that stand in `.local`. */
const free = await new Promise<number>((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number }
    server.close(() => done(port))
  })
})
const began = performance.now()
const city = spawn(process.execPath, ['infra/local/start.ts'], { env: { ...process.env, PORT: String(free) } })
city.stdout.on('data', (said) => {
  if (!String(said).includes(`http://127.0.0.1:${free}/`)) return
  console.log(`npm start: ${((performance.now() - began) / 1_000).toFixed(1)} s to the address`)
  city.kill('SIGINT')
})
city.stderr.pipe(process.stderr)
await new Promise((done) => city.on('exit', done))
