import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** Functions and methods of a file with their lengths in lines. */
export function functionsOf(path: string): { name: string; length: number }[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: { name: string; length: number }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = (at: number) => file.getLineAndCharacterOfPosition(at).line
      const name = node.name?.getText(file) ?? `line ${line(node.getStart(file)) + 1}`
      found.push({ name, length: line(node.end) - line(node.getStart(file)) + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
