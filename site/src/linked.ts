import type { Entity } from '../../functions/entities/entity.ts'
import type { Lang } from './words/words.ts'

type Linked = Readonly<Record<string, unknown>>
export interface Crumb {
  name: string
  url: string
}

/** The way to a page, for search results. */
export const breadcrumbs = (crumbs: readonly Crumb[], whole: (url: string) => string): Linked => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, url }, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name,
    item: whole(url),
  })),
})

export const questions = (asked: readonly { question: string; answer: readonly string[] }[]): Linked => ({
  '@type': 'FAQPage',
  mainEntity: asked.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer.join('\n\n') },
  })),
})

export const website = (name: string, url: string, lang: Lang): Linked => ({
  '@type': 'WebSite',
  name,
  url,
  inLanguage: lang,
})

/** Who takes the money; nothing is said of an entity that is made up. */
export const organization = (entity: Entity, url: string, lang: Lang): Linked[] =>
  entity.demonstration
    ? []
    : [
        {
          '@type': 'NGO',
          name: entity.legalName[lang],
          taxID: entity.taxCode,
          address: entity.address,
          telephone: entity.phone,
          url,
        },
      ]

/** JSON-LD as it stands in a page: no text of ours can end its element. */
export const linkedText = (graph: readonly Linked[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
