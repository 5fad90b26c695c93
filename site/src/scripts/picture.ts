/** Colors of the light leaf: a picture is kept and printed, whatever the hour. */
const color = {
  paper: '#fffdf6',
  ink: '#1e1a2e',
  pen: '#43309a',
  received: '#0b6b57',
  muted: '#5a5568',
  rule: '#bcd3e8',
  mark: '#ece6f8',
}
const face = '"Be Vietnam Pro", sans-serif'
const wide = 900
const edge = 64

interface Piece {
  text: string
  px: number
  bold?: boolean
  color: string
  /** Space above, in px. */
  above: number
  ruled?: boolean
}

/** What stands on the leaf, from top to bottom. */
function piecesOf(leaf: HTMLElement): Piece[] {
  const name = leaf.querySelector<HTMLImageElement>('.letterhead img')?.alt ?? ''
  const pieces: Piece[] = [{ text: `${name} · ${location.host}`, px: 26, bold: true, color: color.pen, above: 0 }]
  for (const element of leaf.querySelectorAll<HTMLElement>(
    'h1, .code, .amount-big, .in-words, .state, dt, dd, .not-tax',
  )) {
    // biome-ignore lint/performance/useDomNodeTextContent: where a line breaks counts here
    const text = element.innerText.replace(element.querySelector<HTMLElement>('.on-screen')?.innerText ?? '', '').trim()
    const kind = element.classList.contains('amount-big') ? 'amount' : element.tagName
    if (kind === 'H1') pieces.push({ text, px: 48, bold: true, color: color.pen, above: 18 })
    else if (kind === 'amount') pieces.push({ text, px: 60, bold: true, color: color.received, above: 28 })
    else if (kind === 'DT') pieces.push({ text, px: 24, color: color.muted, above: 22 })
    else if (kind === 'DD')
      pieces.push({ text: text.replace(/\s+/g, ' '), px: 30, color: color.ink, above: 2, ruled: true })
    else pieces.push({ text, px: 28, color: color.ink, above: 14 })
  }
  return pieces
}

function wrap(pen: CanvasRenderingContext2D, text: string): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = ['']
    for (const word of paragraph.split(/\s+/)) {
      const longer = `${lines[lines.length - 1]} ${word}`.trim()
      if (lines[0] && pen.measureText(longer).width > wide - 2 * edge) lines.push(word)
      else lines[lines.length - 1] = longer
    }
    return lines
  })
}

/** Lays the pieces out; draws them if `draw`. Answers the height. */
function lay(pen: CanvasRenderingContext2D, pieces: readonly Piece[], draw: boolean): number {
  let y = edge
  for (const { text, px, bold, color: fill, above, ruled } of pieces) {
    pen.font = `${bold ? 700 : 400} ${px}px ${face}`
    pen.fillStyle = fill
    y += above
    for (const line of wrap(pen, text)) {
      y += px * 1.4
      if (draw) pen.fillText(line, edge, y - px * 0.35)
    }
    if (!ruled) continue
    y += 8
    pen.fillStyle = color.rule
    if (draw) pen.fillRect(edge, y, wide - 2 * edge, 2)
  }
  return y + edge
}

/** The leaf as a PNG, a data address. */
export function pictureOf(leaf: HTMLElement): string {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')!
  const pieces = piecesOf(leaf)
  canvas.width = wide
  canvas.height = lay(pen, pieces, false)
  pen.fillStyle = color.paper
  pen.fillRect(0, 0, wide, canvas.height)
  const mark = leaf.querySelector<HTMLElement>('.watermark')?.dataset.words
  if (mark) {
    pen.save()
    pen.translate(wide / 2, canvas.height * 0.6)
    pen.rotate(-0.42)
    pen.font = `700 170px ${face}`
    pen.textAlign = 'center'
    pen.fillStyle = color.mark
    pen.fillText(mark, 0, 0)
    pen.restore()
  }
  lay(pen, pieces, true)
  return canvas.toDataURL('image/png')
}
