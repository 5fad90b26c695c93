import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** What the code of a file names: identifiers, and texts of one word. A sentence names nothing, and neither does a comment. */
export function namesIn(path: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/^---$/gm, '')
  const kind = path.endsWith('.astro') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateHead(node)) && !/\s/.test(node.text))
      found.push(node.text)
    if ((ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) && !/\s/.test(node.text)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
