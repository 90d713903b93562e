import { type JsonPlace, type JsonValue, jsonPlaces } from '../../contract';
import { type Finding, fingerprint, type Level, shorten } from '../../result';
import type { FieldNode } from '../seen/field-node';

/** Where a body belongs: what goes into fingerprints, and what its schema says of each place. */
export interface BodyPlace {
  readonly scope: string;
  readonly node: FieldNode;
}

/** How many members a value has, itself and all within it. */
function membersIn(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = (Array.isArray(value) ? value : Object.values(value)) as readonly JsonValue[];
  let count = Array.isArray(value) ? 0 : inner.length;
  for (const one of inner) if (typeof one === 'object') count += membersIn(one);
  return count;
}

const [QUOTE, BACKSLASH, COLON, COMMA, NINE] = [0x22, 0x5c, 0x3a, 0x2c, 0x39];

/** So many characters of a number in a row may be more than a double holds. */
const MANY_DIGITS = 16;

/** How many members are written in a JSON text, each with one colon outside of a text; and whether a number is long. */
function written(text: string): { colons: number; isLong: boolean } {
  let [colons, digits, longest] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > COMMA && code <= NINE) {
      digits += 1;
      if (digits > longest) longest = digits;
      continue;
    }
    digits = 0;
    if (code === COLON) colons += 1;
    else if (code === QUOTE)
      for (at += 1; at < text.length && text.charCodeAt(at) !== QUOTE; at += 1)
        if (text.charCodeAt(at) === BACKSLASH) at += 1;
  }
  return { colons, isLong: longest >= MANY_DIGITS };
}

/** The digits of a number without sign, point, exponent and the zeros around them. */
const significant = (token: string): string =>
  token
    .replace(/^-|[eE].*$/g, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '');

/** `toPrecision` knows no more digits than these. */
const MOST_DIGITS = 100;

/** Whether a double holds another number than a token says. */
export function losesDigits(token: string): boolean {
  const number = Number(token);
  if (!Number.isFinite(number)) return true;
  if (/^-?\d+$/.test(token)) return !Number.isSafeInteger(number) && BigInt(token) !== BigInt(number);
  const digits = significant(token);
  if (digits.length <= 15) return false;
  return significant(number.toPrecision(Math.min(digits.length, MOST_DIGITS))) !== digits;
}

const isNumber = ({ token }: JsonPlace): boolean => /^-?\d/.test(token);

const told = (
  rule: string,
  level: Level,
  pointer: string,
  { scope, node }: BodyPlace,
  text: Pick<Finding, 'message' | 'expected' | 'actual'>,
): Finding => ({
  rule,
  level,
  pointer,
  ...text,
  fingerprint: fingerprint({ rule, place: node.siteOf(pointer), scope }),
});

const repeated = ({ pointer }: JsonPlace, place: BodyPlace): Finding =>
  told('duplicate-member', 'error', pointer, place, {
    message: `${pointer} stands twice in its object: some readers take the first, some the last, some refuse it`,
    expected: 'each name once in an object (RFC 8259, section 4)',
    actual: 'the name twice',
  });

/** Of an integer that is documented to have 64 bits readers know; of other numbers they do not. */
function levelOf({ token, pointer }: JsonPlace, { node }: BodyPlace): Level {
  if (node.nodeAt(pointer).isInt64) return 'note';
  return /[.eE]/.test(token) ? 'warning' : 'error';
}

const lost = (at: JsonPlace, place: BodyPlace): Finding =>
  told('lost-digits', levelOf(at, place), at.pointer, place, {
    message: `${at.pointer || 'the body'} is ${shorten(at.token, 40)}, which a double cannot hold: most readers of JSON get ${Number(at.token)}`,
    expected: 'digits that a double holds, or a string (RFC 8259, section 6)',
    actual: shorten(at.token),
  });

/**
 * What is wrong with a JSON text that its value does not show any more: a member twice, digits that a double loses. Looks
 * closer only where there may be something, which costs most texts a quick pass.
 */
export function textFindings(text: string, value: JsonValue, place: BodyPlace): Finding[] {
  const { colons, isLong } = written(text);
  if (colons === membersIn(value) && !isLong) return [];
  return [...jsonPlaces(text)].flatMap((at) => [
    ...(at.isRepeated ? [repeated(at, place)] : []),
    ...(isLong && isNumber(at) && losesDigits(at.token) ? [lost(at, place)] : []),
  ]);
}
