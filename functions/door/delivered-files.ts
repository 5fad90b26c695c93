import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
})

/** A file that somebody put into the stage's own bucket for statements. */
export interface DeliveredFile {
  /** Its key: folders and a name. */
  name: string
  deliveredAt: string
  /** Of its bytes: another one under the same name has another. */
  etag: string
  size: number
}

/** All files that lie there. A folder's own mark, empty and named `…/`, is none. */
export async function deliveredFiles(): Promise<DeliveredFile[]> {
  const files: DeliveredFile[] = []
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client: s3 },
    { Bucket: process.env.STATEMENTS_BUCKET },
  ))
    for (const { Key: name = '', LastModified, ETag = '', Size: size = 0 } of Contents)
      if (!name.endsWith('/')) files.push({ name, deliveredAt: LastModified!.toISOString(), etag: ETag, size })
  return files
}

export async function bytesOf({ name, etag }: DeliveredFile): Promise<Uint8Array> {
  const asked = { Bucket: process.env.STATEMENTS_BUCKET, Key: name, IfMatch: etag }
  return (await s3.send(new GetObjectCommand(asked))).Body!.transformToByteArray()
}
