import { DescribeCertificateCommand } from '@aws-sdk/client-acm'
import type { At } from '../at.ts'

const soonDays = 30

/** The stage's own name and its certificate. `closes`: why giving must stay closed, if it must. */
export async function domain({ aws, stage }: Pick<At, 'aws' | 'stage'>, now: number) {
  if (!stage.domain) {
    const closes =
      stage.name === 'prod' ? 'prod has no domain of its own: donors could not know that the site is real' : ''
    return { closes, seen: `none; the site answers at CloudFront’s address${closes && '. Giving stays closed'}` }
  }
  const { name, certificateArn } = stage.domain
  const { Certificate } = await aws.acm.send(new DescribeCertificateCommand({ CertificateArn: certificateArn }))
  const { Status, NotAfter, SubjectAlternativeNames = [], DomainName } = Certificate ?? {}
  if (Status !== 'ISSUED') throw new Error(`the certificate of ${name} is ${Status ?? 'unknown'}, not issued yet`)
  if (![DomainName, ...SubjectAlternativeNames].some((each) => each !== undefined && covers(each, name)))
    throw new Error(
      `the certificate does not cover ${name}, only ${[DomainName, ...SubjectAlternativeNames].join(', ')}`,
    )
  const days = Math.floor(((NotAfter?.getTime() ?? 0) - now) / 86_400_000)
  if (days < soonDays)
    throw new Error(`the certificate of ${name} ends in ${days} days: is its DNS record still there?`)
  return { closes: '', seen: `${name}, certificate good for ${days} days` }
}

/** `*.city.vn` covers one label and no more. */
const covers = (pattern: string, name: string): boolean =>
  pattern === name || (pattern.startsWith('*.') && name.split('.').slice(1).join('.') === pattern.slice(2))
