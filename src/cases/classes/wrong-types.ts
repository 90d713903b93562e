import type { JsonValue } from '../../contract';
import { type Row, reject } from './row';

type JsonTypeName = 'null' | 'boolean' | 'number' | 'text' | 'array' | 'object';

const BY_TYPE: readonly (readonly [type: JsonTypeName, name: string, values: readonly JsonValue[]])[] = [
  ['null', 'null', [null]],
  ['boolean', 'a boolean', [true, false]],
  ['number', 'a number', [1, 0, 1.5]],
  ['text', 'text', ['text', '']],
  ['text', 'text of a number', ['1']],
  ['text', 'text of a boolean', ['true']],
  ['text', 'text of null', ['null']],
  ['array', 'an array', [[], ['text']]],
  ['object', 'an object', [{}, { value: 'text' }]],
];

/** A row for each JSON type but its own; those that a schema allows fall out of its table. */
export const wrongTypes = (expected: string, own?: JsonTypeName): Row[] =>
  BY_TYPE.filter(([type]) => type !== own).map(([, name, values]) =>
    reject(`${name} instead`, values, `it is ${name}, not ${expected}`),
  );

/** The value in an array, as XML converters write lists of one. */
export const wrapped = (value: JsonValue | undefined, expected: string): Row[] =>
  value === undefined ? [] : [reject('in an array', [[value]], `it is an array with ${expected}, not ${expected}`)];
