import type { At } from '../at.ts'
import type { Checked } from '../check/check.ts'
import type { Place } from '../prove/asking.ts'
import type { Report } from '../report.ts'
import { closeIfHalf, publish } from './content.ts'
import { keepRelease } from './release.ts'
import { forget, uploadSite } from './site.ts'
import { deployStack } from './stack.ts'

/** Where things are once both stacks stand. */
export interface Shipped extends Place {
  tableName: string
}

/** Builds the site against the deployed API; answers the folder of its files. */
export type Build = (place: Place) => Promise<{ dist: string; seen: string }>

/** Ships what was checked. Each step may be the last one before somebody pulls the plug: the next run goes on. */
export async function ship(
  at: At,
  { step }: Report,
  { assembly, content, lacks }: Checked,
  { name, build }: { name: string; build: Build },
): Promise<Shipped> {
  const set = `release-${name}`
  await step('data stack', () => deployStack(at, assembly.folder, 'data', set))
  const { outputs } = await step('service stack', () => deployStack(at, assembly.folder, 'service', set))
  const of = (output: string): string => {
    const value = outputs[output]
    if (!value) throw new Error(`the service stack has no output ${output}`)
    return value
  }
  const place = { publicUrl: of('PublicUrl'), apiUrl: of('ApiUrl'), tableName: of('TableName') }
  await step('content', () => publish(at, content))
  await step('giving', () => closeIfHalf(at, lacks))
  const { dist } = await step('site', () => build(place))
  const bucket = of('SiteBucketName')
  const { keys } = await step('upload', () => uploadSite(at, dist, bucket))
  await step('release', () => keepRelease(at, bucket, name, keys))
  await step('edge forgets', () => forget(at, of('DistributionId'), name))
  return place
}
