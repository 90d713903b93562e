/** @typedef {{ path: string[], params: URLSearchParams }} Route */

/**
 * Where the address points to: `#/results/ID?status=failed`. An empty path is the overview.
 * @returns {Route}
 */
export function currentRoute() {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decoded), params: new URLSearchParams(query) };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A lone surrogate has no place in an address.
 * @param {string} text
 */
export const wellFormed = (text) => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

/**
 * The address of a place in the report.
 * @param {readonly string[]} path
 * @param {Record<string, string>} [params] empty ones are left out
 */
export function addressOf(path, params = {}) {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
  return `#/${path.map((part) => encodeURIComponent(wellFormed(part))).join('/')}${query === '' ? '' : `?${query}`}`;
}

/**
 * Lets the address tell what is shown, without going anywhere.
 * @param {string} address
 */
export function showAddress(address) {
  if (address !== location.hash) history.replaceState(null, '', address);
}
