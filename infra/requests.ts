import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type RequestTrigger, requests } from '../functions/triggers.ts'
import { type City, CityFunction } from './function.ts'
import { acknowledge } from './nag.ts'

export const routeOf = ({ method, path }: RequestTrigger): string => (path.startsWith('$') ? path : `${method} ${path}`)

/** The HTTP API: one route, one integration and one function per row. */
export class Requests extends Construct {
  readonly api: CfnApi
  readonly functions: CityFunction[]

  constructor(scope: Construct, city: City) {
    super(scope, 'Requests')
    this.api = new CfnApi(this, 'Api', { name: `learning-city-${city.stage.name}`, protocolType: 'HTTP' })
    this.addStage(city)
    this.functions = requests.map((row: RequestTrigger) => {
      const faults = { faults: this.faultsOf(row) }
      const { cacheSeconds } = row
      return new CityFunction(this, city, row, cacheSeconds === undefined ? { faults } : { faults, cacheSeconds })
    })
    const invoke = this.invokeRole()
    for (const [place, row] of requests.entries()) this.addRoute(row, this.functions[place]!, invoke)
  }

  private addStage({ stage }: City): void {
    // API Gateway may write to this prefix without a policy that grows by a line per API.
    const logGroupName = `/aws/vendedlogs/learning-city/${stage.name}/api`
    const log = new LogGroup(this, 'Log', {
      logGroupName,
      retention: stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new CfnStage(this, 'Stage', {
      apiId: this.api.ref,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: {
        throttlingRateLimit: stage.throttle.rate,
        throttlingBurstLimit: stage.throttle.burst,
        detailedMetricsEnabled: true,
      },
      // The route as written, never the path: a path may hold a receipt key. No address of a person.
      accessLogSettings: {
        destinationArn: log.logGroupArn,
        format: JSON.stringify({
          at: '$context.requestTime',
          request: '$context.requestId',
          route: '$context.routeKey',
          status: '$context.status',
          milliseconds: '$context.responseLatency',
          fault: '$context.integrationErrorMessage',
        }),
      },
    })
  }

  /** One role for all integrations instead of a permission per function: it may invoke these and no other. */
  private invokeRole(): Role {
    const resources = this.functions.map(({ lambda }) => lambda.functionArn)
    const statement = new PolicyStatement({ sid: 'Invokes', actions: ['lambda:InvokeFunction'], resources })
    return new Role(this, 'Invoke', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      inlinePolicies: { invoke: new PolicyDocument({ statements: [statement] }) },
    })
  }

  private addRoute(row: RequestTrigger, { lambda, node }: CityFunction, invoke: Role): void {
    const scope = this.node.findChild(node.id) as CityFunction
    const integration = new CfnIntegration(scope, 'Integration', {
      apiId: this.api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: lambda.functionArn,
      payloadFormatVersion: '2.0',
      credentialsArn: invoke.roleArn,
    })
    const target = `integrations/${integration.ref}`
    const route = new CfnRoute(scope, 'Route', {
      apiId: this.api.ref,
      routeKey: routeOf(row),
      target,
      authorizationType: 'NONE',
    })
    acknowledge(route, {
      'AwsSolutions-APIG4': 'The city’s public API: everyone may call it, and the verb itself checks what it is given.',
    })
  }

  /** Answers of 500 and more on the row’s route; a verb answers its faults itself, so Lambda counts no error. */
  private faultsOf(row: RequestTrigger): Metric {
    const route = routeOf(row)
    const [method, resource] = route.startsWith('$') ? [route, route] : [row.method, row.path]
    return new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: this.api.ref, Stage: '$default', Method: method, Resource: resource },
      statistic: 'Sum',
      period: Duration.minutes(5),
    })
  }
}
