import { secret } from './secret.ts'

/** What it takes to speak to a provider: its account, and where it is reached. */
export interface Access {
  secret: string
  pay: string
  api: string
}

/** undefined if the stage has no account there: the provider is then not offered. */
export async function accessTo(provider: string): Promise<Access | undefined> {
  const kept = await secret(provider)
  const url = (of: 'PAY' | 'API') => process.env[`${provider.toUpperCase()}_${of}_URL`] ?? ''
  return kept === undefined ? undefined : { secret: kept, pay: url('PAY'), api: url('API') }
}
