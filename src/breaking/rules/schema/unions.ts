import { NARROWS, NEITHER, WIDENS } from '../effect';
import { INTEGER, object, STRING, value } from '../example';
import type { SchemaRow } from '../row';

/** Changes of unions. */
export const UNIONS = {
  'any-of-added': {
    effect: WIDENS,
    reverse: 'any-of-removed',
    says: 'may now be {subject}, too',
    example: value({ anyOf: [STRING, INTEGER] }, { anyOf: [STRING, INTEGER, { type: 'boolean' }] }),
    response: 'Values come of a shape that the reader was not told of.',
  },
  'any-of-removed': {
    effect: NARROWS,
    reverse: 'any-of-added',
    says: 'may no longer be {subject}',
    example: value({ anyOf: [STRING, INTEGER, { type: 'boolean' }] }, { anyOf: [STRING, INTEGER] }),
    request: { because: 'Values of this shape are refused from now on.', instead: 'Keep taking the shape.' },
  },
  'one-of-added': {
    effect: WIDENS,
    reverse: 'one-of-removed',
    says: 'may now be {subject}, too',
    example: value({ oneOf: [STRING, INTEGER] }, { oneOf: [STRING, INTEGER, { type: 'boolean' }] }),
    response: 'Values come of a shape that the reader was not told of.',
  },
  'one-of-removed': {
    effect: NARROWS,
    reverse: 'one-of-added',
    says: 'may no longer be {subject}',
    example: value({ oneOf: [STRING, INTEGER, { type: 'boolean' }] }, { oneOf: [STRING, INTEGER] }),
    request: { because: 'Values of this shape are refused from now on.', instead: 'Keep taking the shape.' },
  },
  'one-of-became-any-of': {
    effect: { ...WIDENS, unproven: true },
    reverse: 'any-of-became-one-of',
    says: 'may now be of several of its shapes at once',
    example: value(
      {
        oneOf: [
          { type: 'number', maximum: 10 },
          { type: 'number', minimum: 5 },
        ],
      },
      {
        anyOf: [
          { type: 'number', maximum: 10 },
          { type: 'number', minimum: 5 },
        ],
      },
    ),
    response: {
      because: 'Values come that are of several shapes. Where no such value is found, it is a warning.',
      instead: 'Keep to one branch: let a member tell which one it is.',
    },
  },
  'any-of-became-one-of': {
    effect: { ...NARROWS, unproven: true },
    reverse: 'one-of-became-any-of',
    says: 'may only be of one of its shapes',
    example: value(
      {
        anyOf: [
          { type: 'number', maximum: 10 },
          { type: 'number', minimum: 5 },
        ],
      },
      {
        oneOf: [
          { type: 'number', maximum: 10 },
          { type: 'number', minimum: 5 },
        ],
      },
    ),
    request: {
      because:
        'Values that are of several shapes are refused from now on. Where no such value is found, it is a warning.',
      instead: 'Keep anyOf, or let a member tell the branch that is meant.',
    },
  },
  'discriminator-changed': {
    effect: NEITHER,
    says: 'is told apart by {after}, and was by {before}',
    example: value(
      {
        oneOf: [object({ kind: { enum: ['a'] } }), object({ kind: { enum: ['b'] } })],
        discriminator: { propertyName: 'kind' },
      },
      { oneOf: [object({ kind: { enum: ['a'] } }), object({ kind: { enum: ['b'] } })] },
    ),
    level: 'warning',
    policy: 'It allows no other values, but code that was generated from the document chooses by it.',
  },
} as const satisfies Readonly<Record<string, SchemaRow>>;
