import type { APIRoute } from 'astro'
import sharp from 'sharp'
import icon from '../drawings/icon.svg?raw'

const drawing = Buffer.from(icon)
/** The icon for home screens; phones want it as a picture. */
export const getStaticPaths = () =>
  [180, 192, 512].map((size) => ({ params: { icon: `icons/${size}` }, props: { size } }))
export const GET: APIRoute = async ({ props }) => {
  const picture = await sharp(drawing, { density: 1_200 }).resize(props.size).png({ palette: true }).toBuffer()
  return new Response(new Uint8Array(picture))
}
