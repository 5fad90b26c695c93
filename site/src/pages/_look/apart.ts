/** Gives the ids of one state an ending of their own, so that a component can stand on one page many times. */
export const apart = (html: string, ending: string): string =>
  html
    .replace(
      /(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls)=")([^"]*)"/g,
      (_, begin: string, names: string) =>
        `${begin}${names.replace(/\{\{[#^/]\w+\}\}|(?:\{\{\w+\}\}|[^\s{}])+/g, (name) => (/^\{\{[#^/]/.test(name) ? name : name + ending))}"`,
    )
    .replace(/(\shref="#[^"]+)"/g, `$1${ending}"`)

/** As if somebody had opened every fold, and script had shown the forms that it serves. */
export const unfolded = (html: string): string =>
  html.replace(/(<(?:details|form)\b[^>]*?)\shidden(?=[\s>])/g, '$1').replaceAll('<details', '<details open')
