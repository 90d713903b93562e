import { BOTH, NARROWS, WIDENS } from '../effect';
import { STRING, value } from '../example';
import type { SchemaRow } from '../row';

/** Changes of limits and steps. */
export const LIMITS = {
  'max-length-increased': {
    effect: WIDENS,
    reverse: 'max-length-decreased',
    says: 'may now be longer: {after}, before {before}',
    example: value({ type: 'string', maxLength: 10 }, { type: 'string', maxLength: 20 }),
    response: 'Readers fit to the old limit: a column, a field of a form, a check.',
  },
  'max-length-decreased': {
    effect: NARROWS,
    reverse: 'max-length-increased',
    says: 'may no longer be as long: {after}, before {before}',
    example: value({ type: 'string', maxLength: 20 }, { type: 'string', maxLength: 10 }),
    request: {
      because: 'Values that kept the old limit are refused from now on.',
      instead: 'Keep the old limit for requests, or make the new one part of a new version.',
    },
  },
  'min-length-decreased': {
    effect: WIDENS,
    reverse: 'min-length-increased',
    says: 'may now be shorter: {after}, before {before}',
    example: value({ type: 'string', minLength: 2 }, { type: 'string', minLength: 1 }),
    response: 'Readers fit to the old limit: a column, a field of a form, a check.',
  },
  'min-length-increased': {
    effect: NARROWS,
    reverse: 'min-length-decreased',
    says: 'may no longer be as short: {after}, before {before}',
    example: value({ type: 'string', minLength: 1 }, { type: 'string', minLength: 2 }),
    request: {
      because: 'Values that kept the old limit are refused from now on.',
      instead: 'Keep the old limit for requests, or make the new one part of a new version.',
    },
  },
  'max-increased': {
    effect: WIDENS,
    reverse: 'max-decreased',
    says: 'may now be greater: {after}, before {before}',
    example: value({ type: 'integer', maximum: 10 }, { type: 'integer', maximum: 20 }),
    response: 'Readers fit to the old limit: a column, a field of a form, a check.',
  },
  'max-decreased': {
    effect: NARROWS,
    reverse: 'max-increased',
    says: 'may no longer be as great: {after}, before {before}',
    example: value({ type: 'integer', maximum: 20 }, { type: 'integer', maximum: 10 }),
    request: {
      because: 'Values that kept the old limit are refused from now on.',
      instead: 'Keep the old limit for requests, or make the new one part of a new version.',
    },
  },
  'min-decreased': {
    effect: WIDENS,
    reverse: 'min-increased',
    says: 'may now be less: {after}, before {before}',
    example: value({ type: 'integer', minimum: 2 }, { type: 'integer', minimum: 1 }),
    response: 'Readers fit to the old limit: a column, a field of a form, a check.',
  },
  'min-increased': {
    effect: NARROWS,
    reverse: 'min-decreased',
    says: 'may no longer be as little: {after}, before {before}',
    example: value({ type: 'integer', minimum: 1 }, { type: 'integer', minimum: 2 }),
    request: {
      because: 'Values that kept the old limit are refused from now on.',
      instead: 'Keep the old limit for requests, or make the new one part of a new version.',
    },
  },
  'max-items-increased': {
    effect: WIDENS,
    reverse: 'max-items-decreased',
    says: 'may now hold more items: {after}, before {before}',
    example: value({ type: 'array', items: STRING, maxItems: 1 }, { type: 'array', items: STRING, maxItems: 2 }),
    response: 'Readers count on the old limit: the first one is there, the rest fits the page.',
  },
  'max-items-decreased': {
    effect: NARROWS,
    reverse: 'max-items-increased',
    says: 'may no longer hold as many items: {after}, before {before}',
    example: value({ type: 'array', items: STRING, maxItems: 2 }, { type: 'array', items: STRING, maxItems: 1 }),
    request: {
      because: 'Values that kept the old limit are refused from now on.',
      instead: 'Keep the old limit for requests, or make the new one part of a new version.',
    },
  },
  'min-items-decreased': {
    effect: WIDENS,
    reverse: 'min-items-increased',
    says: 'may now hold fewer items: {after}, before {before}',
    example: value({ type: 'array', items: STRING, minItems: 1 }, { type: 'array', items: STRING }),
    response: 'Readers count on the old limit: the first one is there, the rest fits the page.',
  },
  'min-items-increased': {
    effect: NARROWS,
    reverse: 'min-items-decreased',
    says: 'may no longer hold as few items: {after}, before {before}',
    example: value({ type: 'array', items: STRING }, { type: 'array', items: STRING, minItems: 1 }),
    request: {
      because: 'Values that kept the old limit are refused from now on.',
      instead: 'Keep the old limit for requests, or make the new one part of a new version.',
    },
  },
  'max-properties-increased': {
    effect: WIDENS,
    reverse: 'max-properties-decreased',
    says: 'may now have more members: {after}, before {before}',
    example: value(
      { type: 'object', additionalProperties: STRING, maxProperties: 1 },
      { type: 'object', additionalProperties: STRING, maxProperties: 2 },
    ),
    response: 'Readers count on the old limit: the first one is there, the rest fits the page.',
  },
  'max-properties-decreased': {
    effect: NARROWS,
    reverse: 'max-properties-increased',
    says: 'may no longer have as many members: {after}, before {before}',
    example: value(
      { type: 'object', additionalProperties: STRING, maxProperties: 2 },
      { type: 'object', additionalProperties: STRING, maxProperties: 1 },
    ),
    request: 'Values that kept the old limit are refused from now on.',
  },
  'min-properties-decreased': {
    effect: WIDENS,
    reverse: 'min-properties-increased',
    says: 'may now have fewer members: {after}, before {before}',
    example: value(
      { type: 'object', additionalProperties: STRING, minProperties: 1 },
      { type: 'object', additionalProperties: STRING },
    ),
    response: 'Readers count on the old limit: the first one is there, the rest fits the page.',
  },
  'min-properties-increased': {
    effect: NARROWS,
    reverse: 'min-properties-decreased',
    says: 'may no longer have as few members: {after}, before {before}',
    example: value(
      { type: 'object', additionalProperties: STRING },
      { type: 'object', additionalProperties: STRING, minProperties: 1 },
    ),
    request: 'Values that kept the old limit are refused from now on.',
  },
  'multiple-of-generalized': {
    effect: WIDENS,
    reverse: 'multiple-of-specialized',
    says: 'may now lie between the steps: {after}, before {before}',
    example: value({ type: 'integer', multipleOf: 10 }, { type: 'integer', multipleOf: 5 }),
    response: 'Values come between the steps that the reader counts in.',
  },
  'multiple-of-specialized': {
    effect: NARROWS,
    reverse: 'multiple-of-generalized',
    says: 'may only have wider steps: {after}, before {before}',
    example: value({ type: 'integer', multipleOf: 5 }, { type: 'integer', multipleOf: 10 }),
    request: 'Values between the steps are refused from now on.',
  },
  'multiple-of-changed': {
    effect: BOTH,
    says: 'has other steps: {after}, before {before}',
    example: value({ type: 'integer', multipleOf: 10 }, { type: 'integer', multipleOf: 4 }),
    response: 'Values come between the steps that the reader counts in.',
    request: 'Values between the new steps are refused from now on.',
  },
  'unique-items-removed': {
    effect: WIDENS,
    reverse: 'unique-items-added',
    says: 'may now hold an item twice',
    example: value({ type: 'array', items: STRING, uniqueItems: true }, { type: 'array', items: STRING }),
    response: 'A reader that takes the items for keys or for a set loses some.',
  },
  'unique-items-added': {
    effect: NARROWS,
    reverse: 'unique-items-removed',
    says: 'may no longer hold an item twice',
    example: value({ type: 'array', items: STRING }, { type: 'array', items: STRING, uniqueItems: true }),
    request: 'Requests with an item twice are refused from now on.',
  },
} as const satisfies Readonly<Record<string, SchemaRow>>;
