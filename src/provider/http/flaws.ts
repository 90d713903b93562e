/** Fields that are no lists: a second one contradicts the first (RFC 9110, section 5.3). */
const SINGLE = new Set(['content-type', 'location', 'etag', 'last-modified', 'retry-after', 'age', 'expires']);

/**
 * Says in which ways the header of an answer contradicts itself: Node keeps the first of two fields, another client the
 * last. `rawHeaders` are names and values in turn, as they were sent.
 */
export function flawsIn(rawHeaders: readonly string[]): string[] {
  const values = new Map<string, Set<string>>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    if (SINGLE.has(name)) values.set(name, (values.get(name) ?? new Set()).add(rawHeaders[at + 1] ?? ''));
  }
  return [...values]
    .filter(([, sent]) => sent.size > 1)
    .map(
      ([name, sent]) => `the answer has ${sent.size} ${name} fields, where only one may be: ${[...sent].join(' and ')}`,
    );
}
