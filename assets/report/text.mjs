// The same characters as in src/reporters/visible.ts: controls, marks of direction, line separators, lone surrogates.
const UNSEEN =
  /[^\t\n\u{20}-\u{7E}\u{A0}-\u{200D}\u{2010}-\u{2027}\u{202F}-\u{2065}\u{206A}-\u{D7FF}\u{E000}-\u{FEFE}\u{FF00}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Text as it can be read: what would act or hide is written as an escape.
 * @param {string} text
 */
export const visible = (text) =>
  text.replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

/**
 * The share in percent, rounded down to a tenth: 100 only where nothing is missing.
 * @param {{ covered: number, feasible: number }} figure
 */
export const percent = ({ covered, feasible }) => (feasible === 0 ? 100 : Math.floor((covered / feasible) * 1000) / 10);

/**
 * @param {number} count
 * @param {string} noun
 */
export const counted = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * A text for reading: JSON, or the JSON body after the head of a message, on lines of its own.
 * @param {string} text
 */
export function readable(text) {
  const end = /^\s*[[{]/.test(text) ? -1 : text.indexOf('\n\n');
  return end === -1 ? indented(text) : `${text.slice(0, end)}\n\n${indented(text.slice(end + 2))}`;
}

/**
 * JSON on lines of its own, token by token as it stands: long integers keep their digits, equal keys stay. Other text
 * is given back as it is.
 * @param {string} text
 */
function indented(text) {
  if (!/^\s*[[{]/.test(text) || text.length > 200_000 || !isJson(text)) return text;
  let depth = 0;
  let before = '';
  let out = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    const isEmpty = closes && (before === '{' || before === '[');
    if (closes) depth -= 1;
    if (before !== '' && before !== ':' && token !== ',' && token !== ':' && !isEmpty) out += `\n${'  '.repeat(depth)}`;
    out += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth += 1;
    before = token;
  }
  return out;
}
