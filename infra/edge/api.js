/* Viewer request of the API: its origin has another host, so the one that the person used goes along by another name. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it.
function handler(event) {
  const request = event.request
  request.headers['x-public-host'] = { value: request.headers.host.value }
  return request
}
