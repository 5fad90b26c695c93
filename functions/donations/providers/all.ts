import type { ProviderName } from '../way.ts'
import { bank } from './bank.ts'
import type { Provider } from './provider.ts'
import { vnpay } from './vnpay.ts'

/** Every provider that the city knows; one without a secret in the stage is not offered. */
export const all: Readonly<Partial<Record<ProviderName, Provider>>> = { bank, vnpay }
