import type { APIRoute } from 'astro'
import sharp from 'sharp'
import { cardSvg } from '../cards/card.ts'
import { cards } from '../cards/cards.ts'

/** Pictures for those who get an address sent: made at build, with the name in outlines. */
export const getStaticPaths = () =>
  [...cards].map(([name, card]) => ({ params: { card: `cards/${name}` }, props: { card } }))
export const GET: APIRoute = async ({ props }) => {
  const picture = await sharp(Buffer.from(cardSvg(props.card)))
    .png({ palette: true, effort: 7 })
    .toBuffer()
  return new Response(new Uint8Array(picture))
}
