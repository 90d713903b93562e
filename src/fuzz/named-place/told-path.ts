type Path = readonly string[];

/** The keys of `a.b[0]["c d"]`. */
const keysOf = (text: string): Path =>
  [...text.matchAll(/\["([^"]*)"\]|\['([^']*)'\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, double, single, index, name]) => double ?? single ?? index ?? name ?? '',
  );

/** The keys of io-ts's `: User/groups: Array<string>/0: string`: a name before each type, the first one the root's. */
const suppliedTo = (text: string): Path =>
  text
    .replace(/\{[^{}]*\}|<[^<>]*>|\([^()]*\)/g, '')
    .split('/')
    .slice(1)
    .map((part) => part.replace(/:.*$/s, '').trim());

/** The keys of Jackson's `a.User["groups"]->java.util.ArrayList[0]`. */
const chained = (text: string): Path =>
  [...text.matchAll(/\["([^"]*)"\]|\[(\d+)\]/g)].map(([, name, index]) => name ?? index ?? '');

/** A way of naming a place in a sentence, and the keys in it. */
interface Style {
  /** Who writes so. */
  readonly of: string;
  readonly pattern: RegExp;
  readonly keys: (told: string) => Path;
}

const KEY = String.raw`(?:[A-Za-z_$@][\w$@-]*)`;
const DOTTED = String.raw`${KEY}(?:\.${KEY}|\[\d+\]|\.\d+)*`;

const style = (of: string, pattern: RegExp, keys: Style['keys'] = keysOf): Style => ({ of, pattern, keys });

/** The first that fits counts. */
const STYLES: readonly Style[] = [
  style('JSON pointers', /^(?:\w+ at )?(\/[^\s:,;]+)(?=:|\s|$)/, (told) => told.slice(1).split('/')),
  style('JSON pointers within a sentence', /\b(?:at|in|path:?) ['"`]?(\/[\w@$~/-]+)/, (told) =>
    told.slice(1).split('/'),
  ),
  style('Jackson', /reference chain: ([^)]*)/, chained),
  style('io-ts', /supplied to : ?(.+)/s, suppliedTo),
  style('gson, moshi, kotlinx, System.Text.Json', /(?:path:?|Path:?|at) ['"]?\$\.?([\w@$.[\]"'-]+)/),
  style('JSONPath at the beginning', /^\$\.([\w@$.[\]"'-]+)/),
  style('Newtonsoft', /Path '([^']+)', line/),
  style('pydantic', /^\d+ validation errors? for [^\n]+\n(\S+)\n/),
  style('encoding/json', /Go struct field \w+\.([\w.]+) of type/),
  style('effect', /^(?:.*\n)?\s*└─ \["([^"]+)"\]/s, (told) => [told]),
  style('quicktype', /(?:Invalid value|Invalid type|Expected type).* for key ["']([^"']+)["']/, (told) => [told]),
  style('serde, and others', /\b(?:field|property|member|key|attribute) [`'"]([^`'"]+)[`'"]/i),
  style('arktype', new RegExp(`^(${DOTTED}) must be `)),
  style('names before a colon', new RegExp(`^(${DOTTED}): `)),
];

/** Returns the place that a message names, in the ways in which libraries write one; `undefined` where it names none. */
export function toldPath(message: string): Path | undefined {
  for (const { pattern, keys } of STYLES) {
    const told = pattern.exec(message)?.[1];
    const path = told === undefined ? [] : keys(told).filter((key) => key !== '');
    if (path.length > 0) return path;
  }
  return undefined;
}
