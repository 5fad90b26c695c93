import { gazetteer, gazetteerFile } from '../ground.ts'

/** Every name of every place, for the search on the page; fetched when somebody begins to search. */
export const getStaticPaths = () => [{ params: { gazetteer: gazetteerFile } }]
export const GET = (): Response => new Response(gazetteer)
