import { Aws, CfnCondition, CfnParameter, Fn, Stack } from 'aws-cdk-lib'
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Stage } from './stages.ts'

/** How a stage sends letters, for the permission and the environment of those that do. */
export interface Letters {
  /** The sender's address; empty where the stage sends none. */
  from: string
  /** Name of the stage's configuration set. */
  set: string
  identityArn: string
  setArn: string
}

/**
 * The stage's own set of SES: what does not arrive is told to the event bus. The sender's domain is verified by the
 * operators, once, in DNS; it is not the stack's to make or to lose.
 */
export class Mail extends Construct {
  readonly letters: Letters

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'Mail')
    const stack = Stack.of(this)
    const set = `learning-city-${stage.name}`
    const from = new CfnParameter(stack, 'MailFrom', {
      default: stage.mail?.from ?? '',
      allowedPattern: '^$|^[a-z0-9.-]+@[a-z0-9-]+(\\.[a-z0-9-]+)+$',
      constraintDescription: 'the address that letters come from; empty means that the stage sends none',
    }).valueAsString
    const none = new CfnCondition(stack, 'NoMail', { expression: Fn.conditionEquals(from, '') })
    const named = new CfnConfigurationSet(this, 'Set', {
      name: set,
      // A receipt's link opens it: it does not travel in the clear.
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      reputationOptions: { reputationMetricsEnabled: true },
    })
    const told = new CfnConfigurationSetEventDestination(this, 'Told', {
      configurationSetName: set,
      eventDestination: {
        name: 'event-bus',
        enabled: true,
        matchingEventTypes: ['bounce', 'complaint', 'reject'],
        eventBridgeDestination: {
          eventBusArn: stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }),
        },
      },
    })
    told.addResourceDependency(named)
    const arnOf = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'ses', resource, resourceName, account: Aws.ACCOUNT_ID })
    const domain = Fn.conditionIf(none.logicalId, 'none.invalid', Fn.select(1, Fn.split('@', from))).toString()
    this.letters = { from, set, identityArn: arnOf('identity', domain), setArn: arnOf('configuration-set', set) }
  }
}
