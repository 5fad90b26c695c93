import { slugOf } from '../../functions/areas/name.ts'
import type { Kind, Program } from '../../functions/programs/program.ts'
import { places, type Urls } from './addresses.ts'
import { type Both, say } from './words/words.ts'

export const dimensions = ['kind', 'area', 'gifts'] as const
export type Dimension = (typeof dimensions)[number]

/** One value that programs can be looked up by; each has a page of its own. */
export interface Filter {
  of: Dimension
  value: string
  label: Both
  urls: Urls
}

const segments = {
  kind: { vi: 'loai', en: 'kind' },
  area: { vi: 'noi', en: 'place' },
  gifts: { vi: 'gop', en: 'gifts' },
} as const
const giftSlugs = { open: { vi: 'dang-nhan', en: 'open' }, none: { vi: 'khong-can', en: 'none' } } as const
const kindSlugs: Record<Kind, string> = {
  'piggy-bank': 'heo-dat',
  'spiritual-parents': 'cha-me-tinh-than',
  scholarship: 'hoc-bong',
  'learning-society': 'xa-hoi-hoc-tap',
  association: 'hoi-khuyen-hoc',
  recognition: 'khen-thuong',
  week: 'tuan-le',
  'mobile-library': 'thu-vien-luu-dong',
  storytelling: 'ke-chuyen',
  'learning-center': 'trung-tam',
  strategy: 'chien-luoc',
  newsletter: 'ban-tin',
}
/** The value that stands for programs of no one area. */
export const wholeCity = 'city'

const both = (word: Parameters<typeof say>[1]): Both => ({ vi: say('vi', word), en: say('en', word) })
const filterOf = (of: Dimension, value: string, label: Both, slug: Both): Filter => ({
  of,
  value,
  label,
  urls: {
    vi: `${places.programs.vi}${segments[of].vi}/${slug.vi}/`,
    en: `${places.programs.en}${segments[of].en}/${slug.en}/`,
  },
})

interface Named {
  code: string
  name: Both
  slug: string
}

/** All values that at least one program has, in the order in which people look for them. */
export function filtersOf(
  programs: readonly Program[],
  areas: readonly Named[],
  isOpen: (of: Program) => boolean,
): Filter[] {
  const has = (filter: Filter) => programs.some((program) => fits(program, filter, isOpen(program)))
  const kinds = [...new Set(programs.map(({ kind }) => kind))]
  const named = areas.filter(({ code }) => programs.some((program) => program.areas.includes(code)))
  const whole = { vi: slugOf(say('vi', 'program.whole-city'), '').replace(/-$/, ''), en: 'whole-city' }
  return [
    ...kinds.map((kind) => filterOf('kind', kind, both(`kind.${kind}`), { vi: kindSlugs[kind], en: kind })),
    ...named.map(({ code, name, slug }) => filterOf('area', code, name, { vi: slug, en: slug })),
    filterOf('area', wholeCity, both('program.whole-city'), whole),
    filterOf('gifts', 'open', both('program.gifts-open'), giftSlugs.open),
    filterOf('gifts', 'none', both('program.gifts-none'), giftSlugs.none),
  ].filter(has)
}

export function fits(program: Program, { of, value }: Pick<Filter, 'of' | 'value'>, isOpen: boolean): boolean {
  if (of === 'kind') return program.kind === value
  if (of === 'gifts') return value === 'open' ? isOpen : program.giving === undefined
  return value === wholeCity ? program.areas.length === 0 : program.areas.includes(value)
}

/** What the combining script reads of a program: its values, by dimension. */
export const valuesOf = (program: Program, isOpen: boolean): Record<Dimension, string> => ({
  kind: program.kind,
  area: program.areas.length === 0 ? wholeCity : program.areas.join(' '),
  gifts: isOpen ? 'open' : program.giving ? 'closed' : 'none',
})
