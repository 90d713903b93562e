/** So wide a line of a pact file may be. */
const WIDTH = 120;

/** A value on one line, with blanks as people write them. */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${onOneLine(inner)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/**
 * JSON as people review it: what fits on a line stands on one, so that a matcher is a line of a diff.
 * @param indent how far the line is indented, in spaces.
 * @param used how much of the line is taken.
 */
export function printedJson(value: unknown, indent = 0, used = indent): string {
  const line = onOneLine(value);
  if (typeof value !== 'object' || value === null || used + line.length < WIDTH) return line;
  const [pad, end] = [' '.repeat(indent + 2), ' '.repeat(indent)];
  if (Array.isArray(value))
    return `[\n${value.map((item) => pad + printedJson(item, indent + 2)).join(',\n')}\n${end}]`;
  const members = Object.entries(value).map(([name, inner]) => {
    const key = `${pad}${JSON.stringify(name)}: `;
    return key + printedJson(inner, indent + 2, key.length);
  });
  return `{\n${members.join(',\n')}\n${end}}`;
}
