import { Construct } from 'constructs'
import { type CommandTrigger, commands } from '../functions/triggers.ts'
import { type City, CityFunction } from './function.ts'

/** Functions without a route: operators invoke them by name, with their own credentials. */
export class Commands extends Construct {
  constructor(scope: Construct, city: City) {
    super(scope, 'Commands')
    for (const row of commands) new CityFunction(this, city, row satisfies CommandTrigger)
  }
}
