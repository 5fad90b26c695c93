import { join } from 'node:path'
import { digest, keptFolder, root } from './kept.ts'

/** The stage's cloud assembly, as `cdk deploy` would ship it; synthesized only if a source of it has changed. */
export async function synthesized(stage = 'dev', parent = join(root, '.local/assemblies')) {
  const sources = ['functions', 'infra', 'cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json']
  const name = digest(sources, ['infra/local', 'infra/deploy', 'infra/seed'], stage)
  return keptFolder(parent, name, async (outdir) => {
    // Only now: CDK costs a second to load.
    const { synthesize } = await import('../app.ts')
    await synthesize({ stage, outdir, nag: false })
  })
}
