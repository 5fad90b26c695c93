import { type Facts, facts } from '../functions/donations/providers/facts.ts'

/** Where each stage of the city runs, and with whose money. */
export interface Stage {
  name: 'dev' | 'staging' | 'prod'
  region: string
  /** The AWS account that it lives in; a deploy refuses any other. */
  account?: string
  /** The city's own name and its certificate, which CloudFront takes from us-east-1 only. */
  domain?: { name: string; certificateArn: string }
  /** The address that receipts by email come from; its domain is verified in SES. A stage without it offers no letters. */
  mail?: { from: string }
  /** How long logs are kept; they hold no person and no receipt. */
  logDays: 14 | 30 | 400
  /** How far back the table can be restored to any second; DynamoDB takes 1 to 35. */
  restorableDays: number
  /** Requests a second through the whole API, and how many at once on top. */
  throttle: { rate: number; burst: number }
  gateways: Gateways
}

/** Where a provider is reached: the page that donors see, if there is one, whose origin becomes the CSP's form-action, and its API. */
export interface Gateway {
  pay?: string
  api: string
}

interface Reached {
  name: Extract<(typeof facts)[number], { addresses: unknown }>['name']
  addresses: NonNullable<Facts['addresses']>
}
const reached: readonly Reached[] = facts
  .flatMap((of) => ('addresses' in of ? [of] : []))
  .sort((a, b) => a.addresses.place - b.addresses.place)

/** Providers that one reaches, in the order of `PaymentOrigins`. */
export const gatewayNames: readonly Reached['name'][] = reached.map(({ name }) => name)

export type Gateways = { kind: 'sandbox' | 'real' } & Readonly<Record<Reached['name'], Gateway>>

/** Origins of the pages where donors pay, each once. */
export const payOrigins = (gateways: Gateways): string =>
  [...new Set(gatewayNames.flatMap((name) => originOf(gateways[name].pay)))].join(' ')
const originOf = (page: string | undefined): string[] => (page === undefined ? [] : [new URL(page).origin])

const gatewaysOf = (kind: Gateways['kind']): Gateways => ({
  kind,
  ...(Object.fromEntries(reached.map(({ name, addresses }) => [name, addresses[kind]])) as Omit<Gateways, 'kind'>),
})
export const sandbox = gatewaysOf('sandbox')
export const real = gatewaysOf('real')

const region = 'ap-southeast-1'

export const stages: Readonly<Record<Stage['name'], Stage>> = {
  dev: { name: 'dev', region, logDays: 14, restorableDays: 7, throttle: { rate: 50, burst: 100 }, gateways: sandbox },
  staging: {
    name: 'staging',
    region,
    logDays: 30,
    restorableDays: 7,
    throttle: { rate: 200, burst: 400 },
    gateways: sandbox,
  },
  prod: {
    name: 'prod',
    region,
    logDays: 400,
    restorableDays: 35,
    throttle: { rate: 500, burst: 1_000 },
    gateways: real,
  },
}

const sandboxWords = reached.flatMap(({ addresses }) => addresses.sandboxWords ?? [])
/** What no address in prod may contain: there, a gift is money. */
export const testAddress = new RegExp(
  ['sandbox', 'test', ...sandboxWords, 'localhost', '127\\.', '\\[::1\\]'].join('|'),
)

/** Throws one sentence if a stage could do harm. */
export function check(stage: Stage): Stage {
  const { name, gateways, domain, mail } = stage
  const addresses = gatewayNames.flatMap((name) => Object.values(gateways[name]))
  if (name === 'prod' && (gateways.kind !== 'real' || addresses.some((each) => testAddress.test(each))))
    throw new Error('stage prod must use real gateways: a sandbox address would promise receipts for no money')
  if (addresses.some((each) => !each.startsWith('https://')))
    throw new Error(`stage ${name} has a gateway that is not https`)
  if (mail && !/^[a-z0-9.-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(mail.from))
    throw new Error(`stage ${name}: "${mail.from}" is no address that letters can come from`)
  if (domain && !domain.certificateArn.startsWith('arn:aws:acm:us-east-1:'))
    throw new Error(`stage ${name}: CloudFront takes certificates from us-east-1 only, not ${domain.certificateArn}`)
  return stage
}

/** The stage of that name; throws one sentence for any other. */
export function stageOf(name: string): Stage {
  const found = Object.values(stages).find((stage) => stage.name === name)
  if (!found) throw new Error(`stage "${name}" is unknown; there are ${Object.keys(stages).join(', ')}`)
  return check(found)
}
