import { Aws, CfnOutput, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AttributeType, Billing, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { table } from '../functions/store/keys.ts'
import { acknowledge } from './nag.ts'
import type { Stage } from './stages.ts'

/** The table, the bucket and the key as the service stack sees them: imports by name. */
export interface Kept {
  tableName: string
  tableArn: string
  streamArn: string
  bucketName: string
  bucketArn: string
  /** Where statements of providers and banks are left. */
  statementsName: string
  statementsArn: string
  /** Where the edge fetches pages. */
  bucketDomain: string
  /** What donors’ addresses are looked up by in the table. */
  addressKey: string
}

/** What must outlive us: the table, the site's bucket and that of statements. Retained, protected, rarely touched. */
export class Data extends Stack {
  readonly kept: Kept

  constructor(scope: Construct, stage: Stage) {
    super(scope, `learning-city-${stage.name}-data`, {
      env: { region: stage.region },
      description: `Learning city, ${stage.name}: what must outlive us`,
      terminationProtection: true,
    })
    const kept = new TableV2(this, 'Table', {
      partitionKey: { name: table.partition, type: AttributeType.STRING },
      sortKey: { name: table.sort, type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: table.index.name,
          partitionKey: { name: table.index.partition, type: AttributeType.STRING },
          sortKey: { name: table.index.sort, type: AttributeType.STRING },
        },
      ],
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.KEYS_ONLY,
      timeToLiveAttribute: table.expiry,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: stage.restorableDays,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const bucket = this.siteBucket()
    const statements = this.statementsBucket()
    this.kept = {
      tableName: this.export('TableName', kept.tableName),
      tableArn: this.export('TableArn', kept.tableArn),
      streamArn: this.export('StreamArn', kept.tableStreamArn!),
      bucketName: this.export('SiteBucketName', bucket.bucketName),
      bucketArn: this.export('SiteBucketArn', bucket.bucketArn),
      bucketDomain: this.export('SiteBucketDomain', bucket.bucketRegionalDomainName),
      statementsName: this.export('StatementsBucketName', statements.bucketName),
      statementsArn: this.export('StatementsBucketArn', statements.bucketArn),
      // Unknown outside this account and nothing to keep in the repository, like the service stack's origin key; but
      // this one stays as long as the addresses do.
      addressKey: this.export('AddressKey', Fn.select(2, Fn.split('/', Aws.STACK_ID))),
    }
  }

  /** Exports under a name that we chose; CloudFormation then refuses to take away what the service stack uses. */
  private export(id: string, value: string): string {
    const exportName = `${this.stackName}-${id}`
    new CfnOutput(this, id, { value, exportName })
    return Fn.importValue(exportName)
  }

  /**
   * Statements name payers: nobody reads them but the function that takes them, and they go after a month. Whoever delivers
   * them (a provider's SFTP, an officer) is given PutObject by the account.
   */
  private statementsBucket(): Bucket {
    const bucket = new Bucket(this, 'StatementsBucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ id: 'AfterAMonth', expiration: Duration.days(31) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(bucket, { 'AwsSolutions-S1': 'A few files a day, read by one function, whose own log names each.' })
    return bucket
  }

  /**
   * The bucket lives here because old releases must survive a service stack that is made anew. Its policy therefore
   * cannot name the distribution (the stacks would need each other): it trusts this account's distributions, and
   * what it holds is what the site shows to everybody. No ListBucket: a missing page is 403, which the edge turns
   * into the 404 page.
   */
  private siteBucket(): Bucket {
    const bucket = new Bucket(this, 'SiteBucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EdgeReads',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: {
          StringEquals: { 'AWS:SourceAccount': this.account },
          ArnLike: { 'AWS:SourceArn': `arn:${this.partition}:cloudfront::${this.account}:distribution/*` },
        },
      }),
    )
    acknowledge(bucket, {
      'AwsSolutions-S1': 'Public pages only, read by one distribution; access logs would be a list of visitors.',
    })
    return bucket
  }
}
