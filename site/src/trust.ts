import type { Urls } from './addresses.ts'
import { about } from './prose/about.ts'
import { access } from './prose/access.ts'
import { data } from './prose/data.ts'
import { privacy } from './prose/privacy.ts'
import type { Prose } from './prose/prose.ts'
import { real } from './prose/real.ts'
import { report } from './prose/report.ts'

/** The pages on which trust rests, in the order in which the foot names them. */
export const trust = {
  real: { prose: real, urls: { vi: '/trang-that/', en: '/en/real/' } },
  about: { prose: about, urls: { vi: '/chung-toi/', en: '/en/about/' } },
  report: { prose: report, urls: { vi: '/bao-sai/', en: '/en/report/' } },
  privacy: { prose: privacy, urls: { vi: '/rieng-tu/', en: '/en/privacy/' } },
  access: { prose: access, urls: { vi: '/ai-cung-dung-duoc/', en: '/en/accessibility/' } },
  data: { prose: data, urls: { vi: '/du-lieu-mo/', en: '/en/open-data/' } },
} as const satisfies Readonly<Record<string, { prose: Prose; urls: Urls }>>
