import { BOTH, NARROWS, WIDENS } from '../effect';
import { INTEGER, object, STRING, value } from '../example';
import type { SchemaRow } from '../row';

/** Changes of types, of null, and of lists of values. */
export const VALUES = {
  'became-nullable': {
    effect: WIDENS,
    reverse: 'became-not-nullable',
    says: 'may now be null',
    example: value(STRING, { type: ['string', 'null'] }),
    response: {
      because: 'Who takes its value for granted meets null.',
      instead: 'Leave the member out where it may be absent, or add a new member that may be null.',
    },
  },
  'became-not-nullable': {
    effect: NARROWS,
    reverse: 'became-nullable',
    says: 'may no longer be null',
    example: value({ type: ['string', 'null'] }, STRING),
    request: { because: 'Requests with null are refused from now on.', instead: 'Keep taking null, as the default.' },
  },
  'type-changed': {
    effect: BOTH,
    says: 'is now {after}, and was {before}',
    example: value(STRING, INTEGER),
    response: {
      because: 'What comes now is nothing that the reader was told of.',
      instead: 'Add a new member of the new type, and keep the old one.',
    },
    request: { because: 'What is sent now is refused.', instead: 'Take both types, by anyOf.' },
  },
  'type-generalized': {
    effect: WIDENS,
    reverse: 'type-specialized',
    says: 'may now be {after}, and was {before}',
    example: value(INTEGER, { type: 'number' }),
    response: {
      because: 'Values come that the reader has no type for.',
      instead: 'Add a new member of the wider type, and keep the old one.',
    },
  },
  'type-specialized': {
    effect: NARROWS,
    reverse: 'type-generalized',
    says: 'may only be {after}, and was {before}',
    example: value({ type: 'number' }, INTEGER),
    request: { because: 'Values of the wider type are refused from now on.', instead: 'Keep taking the wider type.' },
  },
  'became-possible': {
    effect: WIDENS,
    reverse: 'became-impossible',
    says: 'is now {after}, and could be nothing at all',
    example: [object({ value: { enum: [] } }, []), object({ value: STRING }, [])],
    response: 'Values come where none could come.',
  },
  'became-impossible': {
    effect: NARROWS,
    reverse: 'became-possible',
    says: 'may be nothing at all any more: no value fits, and was {before}',
    example: [object({ value: STRING }, []), object({ value: { enum: [] } }, [])],
    request: 'Whatever is sent there is refused from now on.',
  },
  'became-not-enum': {
    effect: WIDENS,
    reverse: 'became-enum',
    says: 'may now be any value of its type, and was {before}',
    example: value({ enum: ['on', 'off'] }, STRING),
    response: 'Values come that are not in the list that the reader was told of.',
  },
  'became-enum': {
    effect: NARROWS,
    reverse: 'became-not-enum',
    says: 'may only be {after}',
    example: value(STRING, { enum: ['on', 'off'] }),
    request: {
      because: 'Values that are not in the list are refused from now on.',
      instead: 'Take other values as one that stands for them.',
    },
  },
  'enum-replaced': {
    effect: BOTH,
    says: 'is now one of {after}, and was one of {before}',
    example: value({ enum: ['on', 'off'] }, { enum: ['up', 'down'] }),
    response: {
      because: 'No value that the reader was told of can come any more.',
      instead: 'Keep sending the old values, and add a member for the new ones.',
    },
    request: {
      because: 'Every value that was sent before is refused.',
      instead: 'Take the old values beside the new ones.',
    },
  },
  'enum-value-added': {
    effect: WIDENS,
    reverse: 'enum-value-removed',
    says: 'may now be {subject}',
    example: value({ enum: ['on', 'off'] }, { enum: ['on', 'off', 'auto'] }),
    response: {
      level: 'warning',
      policy: 'A reader that passes unknown values on goes on; a strict one refuses the answer.',
    },
  },
  'enum-value-removed': {
    effect: NARROWS,
    reverse: 'enum-value-added',
    says: 'may no longer be {subject}',
    example: value({ enum: ['on', 'off', 'auto'] }, { enum: ['on', 'off'] }),
    request: {
      because: 'Requests with this value are refused from now on.',
      instead: 'Keep taking the value, as the one that takes its place.',
    },
  },
} as const satisfies Readonly<Record<string, SchemaRow>>;
