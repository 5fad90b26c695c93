import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
})

/** A file that somebody left in the stage's own bucket for statements. */
export interface LeftFile {
  /** Its key: folders and a name. */
  name: string
  leftAt: string
  bytes: Uint8Array
}

/** No statement is larger; what is, is none. */
const mostBytes = 20_000_000

/** All files that lie there, one by one. A folder's own mark, empty and named `…/`, is none. */
export async function* leftFiles(): AsyncGenerator<LeftFile> {
  const Bucket = process.env.STATEMENTS_BUCKET
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
    for (const { Key: name = '', LastModified, Size = 0 } of Contents) {
      if (name.endsWith('/') || Size > mostBytes) continue
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: name }))
      yield { name, leftAt: LastModified!.toISOString(), bytes: await Body!.transformToByteArray() }
    }
}
