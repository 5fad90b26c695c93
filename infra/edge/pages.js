/* Viewer request of the pages. Every page has one address, and it ends with a slash. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it.
function handler(event) {
  const request = event.request
  const uri = request.uri.replace(/\\/g, '%5C').replace(/\/{2,}/g, '/')
  // Frames are pages with gaps, for functions; releases are lists of versions, for operators.
  if (/^\/_(frames|releases)/.test(plain(uri))) {
    request.uri = '/-'
    return request
  }
  if (uri.endsWith('/')) {
    if (uri !== request.uri) return moved(uri, request.querystring)
    request.uri = `${uri}index.html`
    return request
  }
  const last = uri.slice(uri.lastIndexOf('/') + 1)
  if (last === 'index.html') return moved(uri.slice(0, -last.length), request.querystring)
  if (!last.includes('.')) return moved(`${uri}/`, request.querystring)
  request.uri = uri
  return request
}

/** As the bucket reads it: `%5f` is `_`. What cannot be read is nobody's page. */
function plain(uri) {
  try {
    return decodeURIComponent(uri)
  } catch (_) {
    return '/_frames'
  }
}

function moved(to, querystring) {
  const pairs = []
  for (const name in querystring) {
    const one = querystring[name]
    for (const each of one.multiValue || [one]) pairs.push(each.value === '' ? name : `${name}=${each.value}`)
  }
  const location = pairs.length > 0 ? `${to}?${pairs.join('&')}` : to
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: location }, 'cache-control': { value: 'public, max-age=300' } },
  }
}
