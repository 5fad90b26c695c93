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

/** Where a provider is reached: the page that donors see, whose origin becomes the CSP's form-action, and its API. */
export interface Gateway {
  pay: string
  api: string
}

/** Providers that one reaches, in the order of `PaymentOrigins`. A bank transfer needs none. */
export const gatewayNames = ['vnpay', 'momo', 'zalopay', 'stripe'] as const

export type Gateways = { kind: 'sandbox' | 'real' } & Readonly<Record<(typeof gatewayNames)[number], Gateway>>

/** Origins of the pages where donors pay, each once. */
export const payOrigins = (gateways: Gateways): string =>
  [...new Set(gatewayNames.map((name) => new URL(gateways[name].pay).origin))].join(' ')

const stripe: Gateway = { pay: 'https://checkout.stripe.com', api: 'https://api.stripe.com' }

export const sandbox: Gateways = {
  kind: 'sandbox',
  vnpay: {
    pay: 'https://sandbox.vnpayment.vn/paymentv2/vpcpay.html',
    api: 'https://sandbox.vnpayment.vn/merchant_webapi/api/transaction',
  },
  momo: { pay: 'https://test-payment.momo.vn', api: 'https://test-payment.momo.vn/v2/gateway/api' },
  zalopay: { pay: 'https://qcgateway.zalopay.vn', api: 'https://sb-openapi.zalopay.vn/v2' },
  stripe,
}

/** The merchant contracts state the addresses; confirm them there before giving opens. */
export const real: Gateways = {
  kind: 'real',
  vnpay: {
    pay: 'https://pay.vnpay.vn/vpcpay.html',
    api: 'https://merchant.vnpay.vn/merchant_webapi/api/transaction',
  },
  momo: { pay: 'https://payment.momo.vn', api: 'https://payment.momo.vn/v2/gateway/api' },
  zalopay: { pay: 'https://gateway.zalopay.vn', api: 'https://openapi.zalopay.vn/v2' },
  stripe,
}

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

/** What no address in prod may contain: there, a gift is money. */
export const testAddress = /sandbox|test|sb-openapi|sbgateway|qcgateway|localhost|127\.|\[::1\]/

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
