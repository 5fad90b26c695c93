import { CopyObjectCommand, GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import { type At, secretOf } from '../at.ts'
import type { Line } from '../report.ts'

/** Which version of which file a release showed, in the order of its upload. */
export type Release = readonly (readonly [key: string, version: string])[]

const placeOf = (name: string) => `_releases/${name}.json`
/** `20261123-070000-1a2b3c4d5e`: when and what. */
export const nameOf = (now: Date, commit: string) =>
  `${now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${commit.slice(0, 10)}`

/** Writes down which versions the bucket shows now, so that these very pages can be shown again. */
export async function keepRelease({ aws }: Pick<At, 'aws'>, Bucket: string, name: string, keys: readonly string[]) {
  const newest = new Map<string, string>()
  let KeyMarker: string | undefined
  let VersionIdMarker: string | undefined
  do {
    const page = await aws.s3.send(new ListObjectVersionsCommand({ Bucket, KeyMarker, VersionIdMarker }))
    for (const { Key = '', VersionId = '', IsLatest } of page.Versions ?? []) if (IsLatest) newest.set(Key, VersionId)
    KeyMarker = page.NextKeyMarker
    VersionIdMarker = page.NextVersionIdMarker
  } while (KeyMarker)
  const lost = keys.find((key) => !newest.has(key))
  if (lost) throw new Error(`${lost} is not in the bucket`)
  const release: Release = keys.map((key) => [key, newest.get(key)!])
  const body = JSON.stringify(release)
  await aws.s3.send(
    new PutObjectCommand({ Bucket, Key: placeOf(name), Body: body, ContentType: 'application/json; charset=utf-8' }),
  )
  return { seen: name }
}

/** Shows the pages of an older release again, in the order in which a release is uploaded. */
export async function showRelease({ aws }: Pick<At, 'aws'>, Bucket: string, name: string) {
  const { Body } = await aws.s3.send(new GetObjectCommand({ Bucket, Key: placeOf(name) }))
  const release = JSON.parse((await Body?.transformToString()) ?? '[]') as Release
  const source = (key: string, version: string) =>
    `${Bucket}/${key.split('/').map(encodeURIComponent).join('/')}?versionId=${version}`
  // A copy keeps the type and the cache rule of the version that it is made from.
  for (const [key, version] of release)
    await aws.s3.send(new CopyObjectCommand({ Bucket, Key: key, CopySource: source(key, version) }))
  return { seen: `${release.length} files of ${name}` }
}

interface Done {
  name: string
  commit: string
  who: string
  lines: readonly Line[]
}

/** Leaves a note of the deploy in the account: who, what, when, how long each step took. */
export async function record({ aws, stage }: Pick<At, 'aws' | 'stage'>, { name, commit, who, lines }: Done) {
  const Name = secretOf(stage, `deploys/${name}`)
  const steps = lines.map(({ name, seconds }) => [name, seconds])
  const Value = JSON.stringify({
    commit,
    who,
    seconds: Math.round(lines.reduce((sum, { seconds }) => sum + seconds, 0)),
    steps,
  })
  await aws.ssm.send(new PutParameterCommand({ Name, Value: Value.slice(0, 4_096), Type: 'String', Overwrite: true }))
  return { seen: Name }
}
