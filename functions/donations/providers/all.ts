import type { ProviderName } from '../way.ts'
import { momo } from './momo.ts'
import type { Provider } from './provider.ts'
import { stripe } from './stripe.ts'
import { vnpay } from './vnpay.ts'
import { zalopay } from './zalopay.ts'

/** Every provider that the city knows; one without a secret in the stage is not offered. */
export const all: Readonly<Partial<Record<ProviderName, Provider>>> = { momo, stripe, vnpay, zalopay }
