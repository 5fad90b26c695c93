import { setTimeout as pause } from 'node:timers/promises'

export interface StreamRecord {
  eventID: string
  eventName: string
  dynamodb: { Keys: Record<string, { S?: string }>; SequenceNumber: string; ApproximateCreationDateTime: number }
}

interface From {
  endpoint: string
  table: string
  /** Sequence number of the last record that was handled. */
  after?: string | undefined
  /** Where to begin without one. */
  from: 'TRIM_HORIZON' | 'LATEST'
}

/** Reads a table's stream in order by its wire protocol. */
export async function openStream({ endpoint, table, after, from }: From) {
  const call = async <T>(operation: string, input: object): Promise<T> => {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=streams/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
      },
      body: JSON.stringify(input),
    })
    if (!answer.ok) throw new Error(`${operation} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
    return (await answer.json()) as T
  }

  const { Streams } = await call<{ Streams: { StreamArn: string }[] }>('ListStreams', { TableName: table })
  const StreamArn = Streams.at(-1)?.StreamArn
  if (!StreamArn) throw new Error(`table ${table} has no stream`)
  const { StreamDescription } = await call<{ StreamDescription: { Shards: { ShardId: string }[] } }>('DescribeStream', {
    StreamArn,
  })
  const ShardId = StreamDescription.Shards.at(-1)?.ShardId
  const begin = (type: object) => call<{ ShardIterator: string }>('GetShardIterator', { StreamArn, ShardId, ...type })
  const first = after
    ? begin({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after })
    : begin({ ShardIteratorType: from })
  let iterator: string | undefined = (await first).ShardIterator
  let last: string | undefined

  async function read(limit: number): Promise<StreamRecord[]> {
    if (iterator === undefined) throw new Error('the shard ended')
    const answer: { Records?: StreamRecord[]; NextShardIterator?: string } = await call('GetRecords', {
      ShardIterator: iterator,
      Limit: limit,
    })
    iterator = answer.NextShardIterator
    last = answer.Records?.at(-1)?.dynamodb.SequenceNumber ?? last
    return answer.Records ?? []
  }

  return {
    read,
    last: () => last,
    /** What comes within so many milliseconds. */
    async gather(milliseconds: number, signal: AbortSignal): Promise<StreamRecord[]> {
      await pause(milliseconds, undefined, { signal }).catch(() => {})
      return signal.aborted ? [] : read(1_000)
    },
  }
}
