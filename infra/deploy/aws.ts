import { ACMClient } from '@aws-sdk/client-acm'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { IAMClient } from '@aws-sdk/client-iam'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { SSMClient } from '@aws-sdk/client-ssm'
import { STSClient } from '@aws-sdk/client-sts'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The operator's own hands: whatever credentials the shell has. */
export const awsOf = (region: string) => ({
  /** CloudFront takes certificates from this region only. */
  acm: new ACMClient({ region: 'us-east-1' }),
  cloudformation: new CloudFormationClient({ region }),
  cloudfront: new CloudFrontClient({ region }),
  cloudwatch: new CloudWatchClient({ region }),
  iam: new IAMClient({ region }),
  lambda: new LambdaClient({ region }),
  s3: new S3Client({ region }),
  ssm: new SSMClient({ region }),
  sts: new STSClient({ region }),
  table: DynamoDBDocumentClient.from(new DynamoDBClient({ region })),
})

export type Aws = ReturnType<typeof awsOf>
