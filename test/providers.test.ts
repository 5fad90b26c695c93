import { describe, expect, it } from 'vitest'
import { type Facts, facts } from '../functions/donations/providers/facts.ts'
import { providers } from '../functions/donations/way.ts'
import { testAddress } from '../infra/stages.ts'
import { code } from './kinds.ts'
import { namesIn } from './names-in.ts'

const folder = 'functions/donations/providers'
/** Where a new provider has a line. */
const lines = [`${folder}/facts.ts`, `${folder}/all.ts`, 'functions/triggers.ts']
const except = [
  // What a program that names no way asked for before there were several.
  'functions/donations/gift.ts',
  // The proof of a deploy lies in the language of one provider.
  'infra/deploy/prove/forged.ts',
]
/** Words, the stand-ins of the laptop, tests. */
const elsewhere = /\/words\/|^infra\/local\/gateways\/|^test\//
/** Transfers are a kind of money, which many rooms know: the bank may be named. */
const named = providers.filter((name) => name !== 'bank')

const isOwn = (path: string, name: string) =>
  path.startsWith(`${folder}/${name}/`) || path === `functions/donations/settle-${name}.ts`

/** `startMomo`, `/momo/ipn` and `MOMO` name MoMo; a longer word that begins alike does not. */
const isName = (text: string, name: string): boolean =>
  [...text.toLowerCase().matchAll(new RegExp(name, 'g'))].some(
    ({ index }) => !/[a-z]/.test(text[index + name.length] ?? ''),
  )

const namedIn = (path: string): string[] => {
  const names = namesIn(path)
  return named.filter((name) => !isOwn(path, name) && names.some((each) => isName(each, name)))
}

describe('a payment provider', () => {
  it('is named in its own folder, and where a new one has its line', () => {
    const others = code.filter((path) => /\.(ts|astro)$/.test(path) && !elsewhere.test(path) && !lines.includes(path))
    const wrong = others
      .map((path) => [path, ...namedIn(path)])
      .filter(([path, ...names]) => names.length > 0 && !except.includes(path!))
    expect(wrong).toEqual([])
    for (const path of lines) expect([path, namedIn(path)]).toEqual([path, expect.arrayContaining([...named])])
    for (const path of except) expect([path, namedIn(path).length]).toEqual([path, 1])
  })
  it('has a place of its own among the origins, and a sandbox that no stage with money takes', () => {
    const reached = facts.flatMap(({ addresses }: Facts) => addresses ?? [])
    expect(reached.map(({ place }) => place).sort((a, b) => a - b)).toEqual([...reached.keys()])
    for (const { sandbox, real } of reached)
      for (const [of, test] of Object.entries(sandbox)) {
        const money = real[of as keyof typeof real]!
        if (test !== money) expect([test, testAddress.test(test), testAddress.test(money)]).toEqual([test, true, false])
      }
  })
  it('that has no sandbox of its own says what tells a test account', () => {
    const alike = facts.filter(({ addresses }: Facts) => addresses && addresses.sandbox.api === addresses.real.api)
    expect(alike.filter(({ testSecret }: Facts) => !testSecret)).toEqual([])
  })
})
