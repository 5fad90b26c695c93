import type { Lang } from './words/words.ts'

/** Where each page stands, per language. */
export const places = {
  home: { vi: '/', en: '/en/' },
  programs: { vi: '/chuong-trinh/', en: '/en/programs/' },
  give: { vi: '/ung-ho/', en: '/en/give/' },
  book: { vi: '/so-thu-chi/', en: '/en/book/' },
  statements: { vi: '/sao-ke/', en: '/en/statements/' },
  questions: { vi: '/hoi-dap/', en: '/en/questions/' },
  find: { vi: '/tim-bien-nhan/', en: '/en/find-receipt/' },
  wards: { vi: '/phuong-xa/', en: '/en/wards/' },
} as const
export type Place = keyof typeof places
export type Urls = Readonly<Record<Lang, string>>

export const urlsOf = (place: Place, slug?: string): Urls =>
  slug === undefined ? places[place] : { vi: `${places[place].vi}${slug}/`, en: `${places[place].en}${slug}/` }

/** An address as the value of a rest parameter: no slash at either end, undefined for the root. */
export const asParam = (url: string): string | undefined => url.replace(/^\/|\/$/g, '') || undefined

/** The page to give; with one of the program's suggested amounts, the page that has it filled in. */
export const giveUrls = ({ slug }: { slug: string }, amountVnd?: number): Urls =>
  urlsOf('give', amountVnd === undefined ? slug : `${slug}/${amountVnd}`)
