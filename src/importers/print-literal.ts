import type { JsonLiteral } from '../contract';

/** The width that a line may have. */
const WIDTH = 120;

/** So much of a line is taken that the outermost value begins a new one for each of its members. */
export const WHOLE_LINE = WIDTH;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A string as a TypeScript literal: single quotes, unless double ones spare escapes. */
export function stringLiteral(text: string): string {
  const quoted = JSON.stringify(text).replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
  const [singles, doubles] = [text.split("'").length, text.split('"').length];
  if (singles > doubles) return quoted;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** `__proto__` as a plain key would set a prototype. */
const keyLiteral = (name: string): string => {
  if (name === '__proto__') return "['__proto__']";
  return IDENTIFIER.test(name) ? name : stringLiteral(name);
};

function flat(value: JsonLiteral): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, inner]) => `${keyLiteral(name)}: ${flat(inner)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/**
 * A JSON value as a TypeScript literal, laid out as the usual formatters do: on one line where it fits.
 * @param indent how far the line it begins on is indented, in spaces.
 * @param used how much of that line is taken, indent included.
 */
export function printLiteral(value: JsonLiteral, indent = 0, used = indent): string {
  const line = flat(value);
  if (typeof value !== 'object' || value === null || used + line.length + 1 <= WIDTH) return line;
  const pad = ' '.repeat(indent + 2);
  const end = ' '.repeat(indent);
  if (Array.isArray(value))
    return `[\n${value.map((item) => `${pad}${printLiteral(item, indent + 2)},\n`).join('')}${end}]`;
  const members = Object.entries(value).map(([name, inner]) => member(name, inner, indent + 2));
  return `{\n${members.map((text) => `${pad}${text},\n`).join('')}${end}}`;
}

/** A long text goes to a line of its own after its key. */
function member(name: string, inner: JsonLiteral, indent: number): string {
  const key = `${keyLiteral(name)}: `;
  const printed = printLiteral(inner, indent, indent + key.length);
  const tooLong = typeof inner === 'string' && indent + key.length + printed.length + 1 > WIDTH;
  return tooLong ? `${key.trimEnd()}\n${' '.repeat(indent + 2)}${printed}` : `${key}${printed}`;
}
