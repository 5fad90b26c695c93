import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CreateInvalidationCommand, waitUntilInvalidationCompleted } from '@aws-sdk/client-cloudfront'
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { uploadInOrder } from '../../site-files.ts'
import type { At } from '../at.ts'

/** What the bucket holds: MD5 by key, as S3's ETag gives it for what is put in one piece. */
async function kept({ aws }: Pick<At, 'aws'>, Bucket: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  let ContinuationToken: string | undefined
  do {
    const page = await aws.s3.send(
      new ListObjectsV2Command({ Bucket, ...(ContinuationToken ? { ContinuationToken } : {}) }),
    )
    for (const { Key = '', ETag = '' } of page.Contents ?? []) found.set(Key, ETag.replaceAll('"', ''))
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
  return found
}

/**
 * Puts the built site into the bucket: hashed assets first, pages last, and only what is new. Nothing is taken away,
 * and the bucket keeps every older version, so a reader of the old release always finds its files.
 */
export async function uploadSite({ aws }: Pick<At, 'aws'>, dist: string, Bucket: string) {
  const have = await kept({ aws }, Bucket)
  let put = 0
  const keys = await uploadInOrder(dist, async ({ path, key, type, cacheControl }) => {
    const body = readFileSync(path)
    if (have.get(key) === createHash('md5').update(body).digest('hex')) return
    await aws.s3.send(
      new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: type, CacheControl: cacheControl }),
    )
    put++
  })
  return { keys, put, seen: `${put} of ${keys.length} files were new` }
}

/** Has the edge forget its copies, and waits until it has; names with a hash never change. `again`: a name per deploy. */
export async function forget({ aws }: Pick<At, 'aws'>, DistributionId: string, again: string) {
  const { Invalidation } = await aws.cloudfront.send(
    new CreateInvalidationCommand({
      DistributionId,
      InvalidationBatch: { CallerReference: again, Paths: { Quantity: 1, Items: ['/*'] } },
    }),
  )
  const id = Invalidation?.Id ?? ''
  const waited = { client: aws.cloudfront, maxWaitTime: 900, minDelay: 5, maxDelay: 20 }
  await waitUntilInvalidationCompleted(waited, { DistributionId, Id: id })
  return { seen: `everywhere (${id})` }
}
