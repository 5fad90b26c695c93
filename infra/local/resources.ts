/** What CloudFormation knows of the place where a stack stands. */
export interface Place {
  account: string
  region: string
}

export interface Understood {
  /** What the runner does with it. `accepted`: it has no effect on this machine, and that is right. */
  here: 'runs' | 'accepted'
  /** The property that names it; without one it gets its logical id. */
  named?: string
  /** What Ref answers, if that is not the name. */
  ref?: (name: string, place: Place) => string
  attributes?: Record<string, (name: string, place: Place) => string>
}

const arn =
  (service: string, kind: string, global = false) =>
  (name: string, { account, region }: Place) =>
    `arn:aws:${service}:${global ? '' : region}:${account}:${kind}${name}`

/** A name that DNS bears: Ref of an API or a distribution is part of its address. */
const label = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(-20)

const accepted = (named?: string, attributes?: Understood['attributes'], ref?: Understood['ref']): Understood => ({
  here: 'accepted',
  ...(named ? { named } : {}),
  ...(attributes ? { attributes } : {}),
  ...(ref ? { ref } : {}),
})

/** Every resource type that the runner understands; another one stops it. */
export const understood: Readonly<Record<string, Understood>> = {
  'AWS::DynamoDB::GlobalTable': {
    here: 'runs',
    named: 'TableName',
    attributes: {
      Arn: arn('dynamodb', 'table/'),
      StreamArn: (name, place) => `${arn('dynamodb', 'table/')(name, place)}/stream/local`,
    },
  },
  'AWS::S3::Bucket': {
    here: 'runs',
    named: 'BucketName',
    attributes: {
      Arn: (name) => `arn:aws:s3:::${name}`,
      DomainName: (name) => `${name}.s3.amazonaws.com`,
      RegionalDomainName: (name, { region }) => `${name}.s3.${region}.amazonaws.com`,
    },
  },
  'AWS::S3::BucketPolicy': { here: 'runs' },
  'AWS::Lambda::Function': { here: 'runs', named: 'FunctionName', attributes: { Arn: arn('lambda', 'function:') } },
  'AWS::Lambda::EventSourceMapping': { here: 'runs' },
  'AWS::Scheduler::Schedule': {
    here: 'runs',
    named: 'Name',
    attributes: { Arn: arn('scheduler', 'schedule/default/') },
  },
  'AWS::ApiGatewayV2::Api': {
    here: 'runs',
    ref: label,
    attributes: {
      ApiId: label,
      ApiEndpoint: (name, { region }) => `https://${label(name)}.execute-api.${region}.amazonaws.com`,
    },
  },
  'AWS::ApiGatewayV2::Integration': { here: 'runs' },
  'AWS::ApiGatewayV2::Route': { here: 'runs' },
  'AWS::ApiGatewayV2::Stage': { here: 'runs', named: 'StageName' },
  'AWS::CloudFront::Distribution': {
    here: 'runs',
    ref: (name) => `E${label(name).toUpperCase().slice(-13)}`,
    attributes: {
      Id: (name) => `E${label(name).toUpperCase().slice(-13)}`,
      DomainName: (name) => `d${label(name).slice(-13)}.cloudfront.net`,
    },
  },
  'AWS::CloudFront::Function': {
    here: 'runs',
    attributes: {
      FunctionARN: arn('cloudfront', 'function/', true),
      'FunctionMetadata.FunctionARN': arn('cloudfront', 'function/', true),
    },
  },
  'AWS::CloudFront::CachePolicy': { here: 'runs', attributes: { Id: (name) => name } },
  'AWS::CloudFront::OriginRequestPolicy': { here: 'runs', attributes: { Id: (name) => name } },
  'AWS::CloudFront::ResponseHeadersPolicy': { here: 'runs', attributes: { Id: (name) => name } },
  'AWS::CloudFront::OriginAccessControl': { here: 'runs', attributes: { Id: (name) => name } },
  'AWS::SES::ConfigurationSet': { here: 'runs', named: 'Name' },
  'AWS::SES::ConfigurationSetEventDestination': { here: 'runs' },
  'AWS::Events::Rule': { here: 'runs', named: 'Name', attributes: { Arn: arn('events', 'rule/') } },
  'AWS::Lambda::Permission': accepted(),
  'AWS::IAM::Role': accepted('RoleName', { Arn: arn('iam', 'role/', true) }),
  'AWS::IAM::Policy': accepted('PolicyName'),
  'AWS::IAM::ManagedPolicy': accepted(
    'ManagedPolicyName',
    { PolicyArn: arn('iam', 'policy/', true) },
    arn('iam', 'policy/', true),
  ),
  'AWS::Logs::LogGroup': accepted('LogGroupName', { Arn: (name, at) => `${arn('logs', 'log-group:')(name, at)}:*` }),
  'AWS::CloudWatch::Alarm': accepted('AlarmName', { Arn: arn('cloudwatch', 'alarm:') }),
  'AWS::SNS::Topic': accepted('TopicName', { TopicArn: arn('sns', ''), TopicName: (name) => name }, arn('sns', '')),
  'AWS::SNS::TopicPolicy': accepted(),
  'AWS::CDK::Metadata': accepted(),
}
