/** What fills a component that is a static page and a frame: values known at build, or gaps that the door fills later. */
export type Values = Readonly<Record<string, string | boolean>> | 'frame'

export const gap = (values: Values, name: string): string =>
  values === 'frame' ? `{{${name}}}` : String(values[name] ?? '')

/** One text where there is something under `name`, another where there is nothing; fit for attributes. */
export function when(values: Values, name: string, then: string, otherwise = ''): string {
  if (values === 'frame') return `{{#${name}}}${then}{{/${name}}}{{^${name}}}${otherwise}{{/${name}}}`
  return values[name] ? then : otherwise
}
