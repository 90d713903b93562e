import { equalJson, type JsonValue } from '../../../../contract';
import type { Random } from '../../../../random';
import type { ValueOperator } from '../operator';
import { httpMutator, jsonMutator } from '../publications';

/** A plain value of each type. */
const PLAIN: readonly JsonValue[] = ['planted', 1, true, [], {}];

const typeOf = (value: JsonValue): string =>
  Array.isArray(value) ? 'array' : typeof value === 'bigint' ? 'number' : typeof value;

const otherType = (value: JsonValue, random: Random): JsonValue =>
  random.pick(PLAIN.filter((plain) => typeOf(plain) !== typeOf(value)));

/** Operators on the type of values, on booleans and on listed values. */
export const TYPES: readonly ValueOperator[] = [
  {
    id: 'value-retyped',
    on: 'value',
    does: 'a value of another type',
    follows: httpMutator('PTC'),
    apply: ({ value, random }) => (value === null ? undefined : otherType(value, random)),
    example: { before: 'Ada', after: true },
  },
  {
    id: 'value-as-text',
    on: 'value',
    does: 'a number or a boolean as text',
    follows: jsonMutator('ChangeTypeOperator'),
    apply: ({ value }) =>
      typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : undefined,
    example: { before: 7, after: '7' },
  },
  {
    id: 'boolean-flipped',
    on: 'value',
    does: 'the other boolean',
    follows: httpMutator('BPR'),
    apply: ({ value }) => (typeof value === 'boolean' ? !value : undefined),
    example: { before: true, after: false },
  },
  {
    id: 'enum-exchanged',
    on: 'value',
    does: 'another of the values that are listed',
    follows: httpMutator('SPR'),
    apply: ({ value, listed, random }) => {
      const others = listed.filter((one) => !equalJson(one, value));
      return others.length === 0 || others.length === listed.length ? undefined : random.pick(others);
    },
    example: { before: 'ACTIVE', after: 'RESET', listed: ['ACTIVE', 'RESET'] },
  },
];
