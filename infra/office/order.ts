import type { LambdaClient } from '@aws-sdk/client-lambda'
import { functionOf } from '../deploy/at.ts'
import { Fault, invoke, Refused } from '../invoke.ts'
import type { Stage } from '../stages.ts'
import type { Option } from './commands.ts'
import { failed, failureOf } from './failure.ts'
import type { Office } from './office.ts'

/** What an officer types for a field of an order. */
const typed: Readonly<Record<string, `--${Option | 'by'}`>> = {
  ...{ because: '--because', by: '--by', nth: '--again', day: '--day', reference: '--reference', outcome: '--outcome' },
  ...{ amountVnd: '--amount', number: '--number', transfer: '--transfer', settlement: '--settlement' },
  ...{ program: '--program', payee: '--payee', 'payee.name': '--payee', 'payee.taxCode': '--tax' },
  ...{ purpose: '--purpose', 'purpose.vi': '--purpose', 'purpose.en': '--purpose-en', evidence: '--evidence' },
  ...{ provider: '--provider', 'days.from': '--from', 'days.to': '--to', netVnd: '--payout' },
}

/** Of a payout, each is one officer's. */
const halves = ['payouts/propose', 'payouts/approve']

const longest = 200
const reasonOf = (error: unknown): string =>
  (error instanceof Fault ? error.reason : String(error)).replace(/\s+/g, ' ').slice(0, longest)

/** Gives the office's orders to the functions of a stage. Whatever goes wrong is a sentence in the officer's language. */
export const orderIn =
  (lambda: LambdaClient, stage: Stage, lang: Office['lang']): Office['order'] =>
  async (verb, input) => {
    const name = functionOf(stage, verb)
    try {
      return await invoke(lambda, name, input, { lang, typed })
    } catch (error) {
      if (error instanceof Refused) throw error
      const failure = failureOf(error) ?? 'fault'
      throw failed(
        lang,
        failure === 'denied' && halves.includes(verb) ? 'other-half' : failure,
        name,
        error,
        reasonOf(error),
      )
    }
  }
