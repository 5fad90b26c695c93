import type { Places } from './edge/origin.ts'
import type { Parts } from './parts.ts'

/** Names of the cloud, and where on this machine they lead. */
export function placesOf(
  { buckets, policies }: Parts,
  apis: { part: { domain: string }; door: { origin: string } }[],
  s3: string,
): Places {
  const lets = (bucket: string) =>
    policies.some(({ Bucket, PolicyDocument }) => Bucket === bucket && PolicyDocument.Statement.some(edgeReads))
  const ofBuckets = buckets.map(({ name, domain }) => ({ domain, url: `${s3}/${name}`, edgeReads: lets(name) }))
  const ofApis = apis.map(({ part, door }) => ({ domain: part.domain, url: door.origin, edgeReads: true }))
  return new Map([...ofBuckets, ...ofApis].map((place) => [place.domain, place]))
}

function edgeReads(statement: unknown): boolean {
  const { Effect, Principal, Action } = statement as {
    Effect?: string
    Principal?: { Service?: string | string[] }
    Action?: string | string[]
  }
  const names = (of: string | string[] | undefined) => [of ?? []].flat()
  return (
    Effect === 'Allow' &&
    names(Principal?.Service).includes('cloudfront.amazonaws.com') &&
    names(Action).some((action) => ['s3:GetObject', 's3:*', '*'].includes(action))
  )
}
