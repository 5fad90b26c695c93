import type { Lang } from '../../functions/words/words.ts'
import { say } from './words/words.ts'

/** Why AWS did not do what it was asked: by the names and codes of what its clients throw. */
const failures = {
  denied: /^(AccessDenied(Exception)?|UnauthorizedOperation)$/,
  'signed-out':
    /^(CredentialsProviderError|TokenProviderError|ExpiredToken(Exception)?|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch)$/,
  offline:
    /^(ENOTFOUND|EAI_AGAIN|ECONN(REFUSED|RESET|ABORTED)|E(HOST|NET)UNREACH|ETIMEDOUT|EPIPE|TimeoutError|AbortError)$/,
} as const
export type Failure = keyof typeof failures

/** What an error, or what caused it, comes from; undefined if it is something else. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined
  const names = [error.name, 'code' in error ? String(error.code) : '']
  const kinds = Object.entries(failures) as [Failure, RegExp][]
  const found = kinds.find(([, pattern]) => names.some((name) => pattern.test(name)))
  return found?.[0] ?? failureOf(error.cause)
}

/** The sentence for an officer of what did not come about. `name`: what an engineer looks for. */
export const failed = (
  lang: Lang,
  failure: Failure | 'fault' | 'other-half',
  name: string,
  error: unknown,
  reason = '',
): Error => new Error(say(lang, `failure.${failure}`, { name, reason }), { cause: error })
