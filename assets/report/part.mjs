/**
 * The parts of a joined run that items belong to, in order; none where the run is not joined.
 * @param {readonly { part?: string | undefined }[]} items
 */
const partsOf = (items) => [...new Set(items.flatMap(({ part }) => (part === undefined ? [] : [part])))];

/**
 * The choice between parts, where there are several: what one of them covered, another need not.
 * @param {readonly { part?: string | undefined }[]} items
 * @returns {import('./filters.mjs').Choice[]}
 */
export function partChoice(items) {
  const parts = partsOf(items);
  if (parts.length < 2) return [];
  return [{ name: 'part', label: 'Part', options: parts.map((part) => /** @type {const} */ ([part, part])) }];
}

/**
 * The items of the part chosen, of the first one where none is.
 * @template {{ part?: string | undefined }} T
 * @param {readonly T[]} items
 * @param {string | null | undefined} chosen
 * @returns {readonly T[]}
 */
export function ofPart(items, chosen) {
  const parts = partsOf(items);
  const part = parts.find((name) => name === chosen) ?? parts[0];
  return part === undefined ? items : items.filter((item) => item.part === part);
}
