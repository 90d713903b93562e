import type { JsonValue } from '../../contract';
import { type Row, reject } from './row';

const BY_TYPE: readonly (readonly [name: string, values: readonly JsonValue[]])[] = [
  ['null', [null]],
  ['a boolean', [true, false]],
  ['a number', [1, 0, 1.5]],
  ['text', ['text', '']],
  ['text of a number', ['1']],
  ['text of a boolean', ['true']],
  ['text of null', ['null']],
  ['an array', [[], ['text']]],
  ['an object', [{}, { value: 'text' }]],
];

/** A row for each JSON type; those that a schema allows fall out of its table. */
export const wrongTypes = (expected: string): Row[] =>
  BY_TYPE.map(([name, values]) => reject(`${name} instead`, values, `it is ${name}, not ${expected}`));

/** The value in an array, as XML converters write lists of one; and an array of one where a list is meant. */
export const wrapped = (value: JsonValue | undefined, expected: string): Row[] =>
  value === undefined ? [] : [reject('in an array', [[value]], `it is an array with ${expected}, not ${expected}`)];
