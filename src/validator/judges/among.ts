import { canonicalJson, type EnumSchema } from '../../contract';
import { didYouMean } from '../../result';
import { literal } from '../problem';

import { type Judge, judgeOf } from './judge';

/** More values than this are not all told in a message. */
const MOST = 12;

/** One of a list of values, compared as JSON: key order does not count, and all digits do. */
export function amongJudge(schema: EnumSchema): Judge {
  const texts = new Set(schema.values.map(canonicalJson));
  const names = schema.values.filter((value) => typeof value === 'string');
  const allAreStrings = names.length === schema.values.length;
  const shown = schema.values.slice(0, MOST).map((value) => (allAreStrings ? String(value) : literal(value)));
  const listed = shown.join(', ') + (schema.values.length > MOST ? `, … (${schema.values.length} values)` : '');
  const one = schema.values.length === 1;
  const expected = one ? listed : `one of ${listed}`;
  return {
    accepts: ({ value }) => texts.has(canonicalJson(value)),
    problems: judgeOf(({ value, pointer }) => {
      if (texts.has(canonicalJson(value))) return undefined;
      const actual = literal(value);
      const hint = typeof value === 'string' ? didYouMean(value, names) : '';
      const sentence = `is ${actual}, which is not ${expected}${hint}`;
      return { check: 'enum', pointer, sentence, expected, actual, description: schema.description };
    }).problems,
  };
}
