/** Pixels of one module: whole, so that a bank's app finds each edge where it is. */
const module = 14
const line = 44

/** The code and, under it, what it says, as a PNG in a data address: a bank's app on the same phone reads it from there. */
export function orderPicture(code: SVGSVGElement, texts: Iterable<HTMLElement>): string {
  const { x, y, width } = code.viewBox.baseVal
  const words = [...texts].map(({ tagName, textContent }) => ({ bold: tagName !== 'DT', text: textContent ?? '' }))
  const canvas = document.createElement('canvas')
  canvas.width = width * module
  canvas.height = width * module + words.length * line + line / 2
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  const edge = -x * module
  for (const [place, { bold, text }] of words.entries()) {
    pen.font = `${bold ? 700 : 400} ${bold ? 32 : 24}px "Be Vietnam Pro", sans-serif`
    pen.fillText(text, edge, width * module + place * line + line / 2, canvas.width - 2 * edge)
  }
  pen.setTransform(module, 0, 0, module, edge, -y * module)
  pen.fill(new Path2D(code.querySelector('path')?.getAttribute('d') ?? ''))
  return canvas.toDataURL('image/png')
}
