const REQUIRED = /^(?:var|const) (\w+) = require\("([^"]+)"\);$/;
const GETTER =
  /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/;
const STAR = /^__exportStar\(require\("([^"]+)"\), exports\);$/;

const ES_MODULE = 'Object.defineProperty(exports, "__esModule", { value: true });';

/** Lines that give nothing out. */
const IDLE =
  /^(?:"use strict";|Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);|exports\.\w+ = (?:exports\.\w+ = )*void 0;|\s*|\/\/.*)$/;

/** The text without what tsc writes for each `export *`. */
const withoutStars = (text: string): string =>
  text.replace(/^var __createBinding = [\s\S]*?^\}\)\);$/m, '').replace(/^var __exportStar = [\s\S]*?^\};$/m, '');

/** One name that an index gives out: from which file, and how it is called there. */
interface Given {
  readonly name: string;
  readonly file: string;
  readonly inner: string;
}

const lazily = ({ name, file, inner }: Given): string =>
  `lazily(${JSON.stringify(name)}, () => require(${JSON.stringify(file)}).${inner});`;

/** A name is looked up once: then it is a plain member, which is cheaper than the getter that tsc writes. */
const PRELUDE = `const lazily = (name, load) =>
    Object.defineProperty(exports, name, {
        enumerable: true,
        configurable: true,
        get: () => {
            const value = load();
            Object.defineProperty(exports, name, { enumerable: true, value });
            return value;
        },
    });`;

/**
 * Returns an index that does nothing but give out what other files have, with each file loaded when one of its names is
 * asked for; nothing for a file that does something else.
 * @param namesIn the names that a file exports, for \`export *\`.
 */
export function lazyIndex(text: string, namesIn: (file: string) => readonly string[]): string | undefined {
  const files = new Map<string, string>();
  const given: Given[] = [];
  for (const line of withoutStars(text).split('\n')) {
    const [, variable = '', required] = REQUIRED.exec(line) ?? [];
    const [, name, from = '', inner = ''] = GETTER.exec(line) ?? [];
    const [, star] = STAR.exec(line) ?? [];
    const file = files.get(from);
    if (required !== undefined) files.set(variable, required);
    else if (name !== undefined && file !== undefined) given.push({ name, file, inner });
    else if (star !== undefined) given.push(...namesIn(star).map((each) => ({ name: each, file: star, inner: each })));
    else if (!IDLE.test(line)) return undefined;
  }
  if (given.length === 0) return undefined;
  return `${['"use strict";', ES_MODULE, PRELUDE, ...given.map(lazily)].join('\n')}\n`;
}
