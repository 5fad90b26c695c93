import { giveUrls, places, type Urls, urlsOf } from './addresses.ts'
import { areas, filters, legacy, programs } from './city.ts'
import { trust } from './trust.ts'

/** Every page that search may show, by its canonical addresses. */
export const found: readonly Urls[] = [
  ...Object.values(places),
  ...programs.map(({ slug }) => urlsOf('programs', slug)),
  ...programs.filter(({ giving }) => giving).map((program) => giveUrls(program)),
  ...filters.map(({ urls }) => urls),
  ...Object.values(trust).map(({ urls }) => urls),
  ...[...areas, ...legacy].map(({ slug }) => urlsOf('wards', slug)),
]
