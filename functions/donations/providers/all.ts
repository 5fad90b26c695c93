import type { ProviderName } from '../way.ts'
import { bank } from './bank/bank.ts'
import { momo } from './momo/momo.ts'
import type { Provider } from './provider.ts'
import { stripe } from './stripe/stripe.ts'
import { vnpay } from './vnpay/vnpay.ts'
import { zalopay } from './zalopay/zalopay.ts'

/** Every provider that the city knows; one without a secret in the stage is not offered. */
export const all: Readonly<Record<ProviderName, Provider>> = { bank, momo, zalopay, vnpay, stripe }
