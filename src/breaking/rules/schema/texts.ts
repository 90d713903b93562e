import { NARROWS, NEITHER, UNPROVEN, WIDENS } from '../effect';
import { STRING, value } from '../example';
import type { SchemaRow } from '../row';

/** Changes of patterns and formats. */
export const TEXTS = {
  'pattern-removed': {
    effect: WIDENS,
    reverse: 'pattern-added',
    says: 'no longer keeps to its {before}',
    example: value({ type: 'string', pattern: '^[a-z]+$' }, STRING),
    response: 'Texts come that the reader does not take apart.',
  },
  'pattern-added': {
    effect: NARROWS,
    reverse: 'pattern-removed',
    says: 'now keeps to a {after}',
    example: value(STRING, { type: 'string', pattern: '^[a-z]+$' }),
    request: {
      because: 'Texts that do not match are refused from now on.',
      instead: 'Keep taking all texts, and bring them into the form that is wanted.',
    },
  },
  'pattern-changed': {
    effect: UNPROVEN,
    says: 'keeps to another pattern: {after}, before {before}',
    example: value({ type: 'string', pattern: '^[a-z]+$' }, { type: 'string', pattern: '^[0-9]+$' }),
    response: 'Texts come that the reader does not take apart. Where no such text is found, it is a warning.',
    request: 'Texts that do not match are refused from now on. Where no such text is found, it is a warning.',
  },
  'format-generalized': {
    effect: WIDENS,
    reverse: 'format-specialized',
    says: 'no longer keeps to its format: {after}, before {before}',
    example: value({ type: 'string', format: 'date-time' }, STRING),
    response: 'Values come that the reader cannot read as the format says.',
  },
  'format-specialized': {
    effect: NARROWS,
    reverse: 'format-generalized',
    says: 'now keeps to a format: {after}, before {before}',
    example: value(STRING, { type: 'string', format: 'date-time' }),
    request: 'Values that are not of the format are refused from now on.',
  },
  'format-changed': {
    effect: UNPROVEN,
    says: 'keeps to another format: {after}, before {before}',
    example: value({ type: 'string', format: 'date-time' }, { type: 'string', format: 'date' }),
    response: 'Values come that the reader cannot read as the old format says.',
    request: 'Values of the old format are refused from now on.',
  },
  'format-annotation-changed': {
    effect: NEITHER,
    says: 'is said to be of another format: {after}, before {before}',
    example: value({ type: 'string', format: 'money' }, { type: 'string', format: 'cents' }),
    level: 'warning',
    policy: 'No check knows either format: only who reads the document can tell what it changes.',
  },
} as const satisfies Readonly<Record<string, SchemaRow>>;
