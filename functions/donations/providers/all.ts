import type { ProviderName } from '../way.ts'
import { bank } from './bank.ts'
import { momo } from './momo.ts'
import type { Provider } from './provider.ts'
import { stripe } from './stripe.ts'
import { vnpay } from './vnpay.ts'
import { zalopay } from './zalopay.ts'

/** Every provider that the city knows; one without a secret in the stage is not offered. */
export const all: Readonly<Record<ProviderName, Provider>> = { bank, momo, zalopay, vnpay, stripe }
