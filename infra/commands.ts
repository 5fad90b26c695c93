import { Construct } from 'constructs'
import { type CommandTrigger, commands } from '../functions/triggers.ts'
import { type City, CityFunction } from './function.ts'

/** A command and the function that does it. */
export interface Command {
  row: CommandTrigger
  arn: string
}

/** Functions without a route: operators invoke them by name, with their own credentials. */
export class Commands extends Construct {
  readonly all: readonly Command[]

  constructor(scope: Construct, city: City) {
    super(scope, 'Commands')
    this.all = commands.map((row: CommandTrigger) => ({
      row,
      arn: new CityFunction(this, city, row).lambda.functionArn,
    }))
  }
}
