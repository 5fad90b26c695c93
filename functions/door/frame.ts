/** What fills a frame: text, a condition, or rows. */
export type Gaps = { readonly [name: string]: string | boolean | readonly Gaps[] }

const tag = /\{\{([#^/]?)(\w+)\}\}/g
type Node = { text: string } | { gap: string } | { section: string; unless: boolean; inner: Node[] }

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark]!)

/**
 * Fills a frame of the site: `{{name}}` escaped, `{{#name}}…{{/name}}` where there is something (once a row for rows),
 * `{{^name}}…{{/name}}` where there is nothing. There is no unescaped form. A gap without a value throws.
 */
export const fill = (frame: string, gaps: Gaps): string => render(parse(frame), [gaps])

function parse(frame: string): Node[] {
  const stack: { name: string; nodes: Node[] }[] = [{ name: '', nodes: [] }]
  let from = 0
  for (const found of frame.matchAll(tag)) {
    const [whole, mark, name = ''] = found
    stack.at(-1)!.nodes.push({ text: frame.slice(from, found.index) })
    from = found.index + whole.length
    if (mark === '#' || mark === '^') {
      const inner: Node[] = []
      stack.at(-1)!.nodes.push({ section: name, unless: mark === '^', inner })
      stack.push({ name, nodes: inner })
    } else if (mark === '/') {
      if (stack.pop()?.name !== name || stack.length === 0) throw new Error(`frame: {{/${name}}} closes nothing`)
    } else stack.at(-1)!.nodes.push({ gap: name })
  }
  if (stack.length !== 1) throw new Error(`frame: {{#${stack.at(-1)!.name}}} stays open`)
  stack[0]!.nodes.push({ text: frame.slice(from) })
  return stack[0]!.nodes
}

function look(name: string, scopes: readonly Gaps[]): Gaps[string] {
  const scope = scopes.findLast((each) => Object.hasOwn(each, name))
  if (!scope) throw new Error(`frame: nothing fills {{${name}}}`)
  return scope[name]!
}

function render(nodes: readonly Node[], scopes: readonly Gaps[]): string {
  return nodes
    .map((node) => {
      if ('text' in node) return node.text
      if ('gap' in node) return escapeHtml(String(look(node.gap, scopes)))
      const value = look(node.section, scopes)
      const there = Array.isArray(value) ? value.length > 0 : Boolean(value)
      if (node.unless) return there ? '' : render(node.inner, scopes)
      if (!there) return ''
      return Array.isArray(value)
        ? value.map((row: Gaps) => render(node.inner, [...scopes, row])).join('')
        : render(node.inner, scopes)
    })
    .join('')
}
