import { say } from '../words/words.ts'

const icon = (size: number) => ({ src: `/icons/${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })
export const GET = (): Response =>
  Response.json({
    name: say('vi', 'page.name'),
    short_name: say('vi', 'page.name'),
    lang: 'vi',
    start_url: '/',
    display: 'browser',
    background_color: '#f3effa',
    theme_color: '#43309a',
    icons: [icon(192), icon(512)],
  })
