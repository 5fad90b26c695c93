import { readFileSync } from 'node:fs'
import { type SiteFile, uploadInOrder } from '../site-files.ts'

/** Puts a built site into the bucket at `s3` by its wire protocol; answers how many files there are. */
export async function uploadSite(dist: string, s3: string, bucket: string): Promise<number> {
  return (await uploadInOrder(dist, (file) => put(`${s3}/${bucket}`, file))).length
}

async function put(bucket: string, { path, key, type, cacheControl }: SiteFile): Promise<void> {
  const answer = await fetch(`${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`, {
    method: 'PUT',
    headers: {
      'content-type': type,
      'cache-control': cacheControl,
      authorization:
        'AWS4-HMAC-SHA256 Credential=operator/20260101/local/s3/aws4_request, SignedHeaders=host, Signature=local',
    },
    body: readFileSync(path),
  })
  if (!answer.ok) throw new Error(`The site was not uploaded: ${key} answered ${answer.status}.`)
}
