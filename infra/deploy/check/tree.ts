import type { At } from '../at.ts'

/** The commit that is shipped: what is not committed cannot be found again. prod ships main. */
export async function tree({ run, stage }: Pick<At, 'run' | 'stage'>) {
  const git = async (...args: string[]) => {
    const { code, out } = await run('git', args)
    if (code !== 0) throw new Error(`git ${args[0]} failed: ${out.trim()}`)
    return out.trim()
  }
  const changed = (await git('status', '--porcelain')).split('\n').filter(Boolean)
  if (changed.length > 0)
    throw new Error(`not everything is committed: ${changed.slice(0, 5).join(', ')}${changed.length > 5 ? ' …' : ''}`)
  const commit = await git('rev-parse', 'HEAD')
  const branch = await git('rev-parse', '--abbrev-ref', 'HEAD')
  if (stage.name === 'prod' && branch !== 'main') throw new Error(`prod ships main, and this is ${branch}`)
  return { commit, seen: `${commit.slice(0, 10)} on ${branch}` }
}
