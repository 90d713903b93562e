import { BOTH, NARROWS, NEITHER, WIDENS } from '../effect';
import { CLOSED, object, STRING, value } from '../example';
import type { SchemaRow } from '../row';

/** Changes of the members of objects and maps. */
export const MEMBERS = {
  'required-property-removed': {
    effect: WIDENS,
    reverse: 'required-property-added',
    example: [object({ id: STRING, name: STRING }), object({ id: STRING })],
    response: {
      instead: 'Keep sending it, mark it deprecated, and take it out in a new version.',
      id: 'response-required-property-removed',
      says: 'is no longer sent: it was always there',
      because: 'Who reads it meets answers without it.',
    },
    request: {
      id: 'request-property-removed',
      says: 'is no longer known: who sends it is not heard',
      level: 'warning',
      policy: 'The request is still taken, but what the sender asked for is not done.',
    },
  },
  'required-property-removed-from-closed': {
    effect: BOTH,
    reverse: 'required-property-added-to-closed',
    response: { as: 'required-property-removed' },
    request: {
      instead: 'Keep taking it, and pass over what it says.',
      id: 'request-property-removed-and-refused',
      says: 'may no longer be sent',
      because: 'The object takes no members that are not declared: requests with it are refused.',
      example: [object({ id: STRING, name: STRING }, undefined, CLOSED), object({ id: STRING }, undefined, CLOSED)],
    },
  },
  'optional-property-removed': {
    effect: NEITHER,
    reverse: 'optional-property-added',
    response: {
      id: 'response-optional-property-removed',
      says: 'is no longer sent: it could be there',
      level: 'warning',
      policy: 'A reader copes with its absence, yet what was shown of it is gone.',
      example: [object({ id: STRING, name: STRING }, ['id']), object({ id: STRING })],
    },
    request: { as: 'required-property-removed' },
  },
  'optional-property-removed-from-closed': {
    effect: NARROWS,
    reverse: 'optional-property-added-to-closed',
    response: { as: 'optional-property-removed' },
    request: { as: 'required-property-removed-from-closed' },
  },
  'required-property-added': {
    effect: NARROWS,
    reverse: 'required-property-removed',
    example: [object({ id: STRING }), object({ id: STRING, name: STRING })],
    response: {
      id: 'response-required-property-added',
      says: 'is new, and always there',
      because: 'Readers pass over members that they do not know, where the contract lets others come.',
    },
    request: {
      instead: 'Make it optional, with a default for those who do not send it.',
      id: 'new-required-request-property',
      says: 'is new, and must be sent',
      because: 'Requests without it are refused, and nobody sends it yet.',
    },
  },
  'optional-property-added': {
    effect: NEITHER,
    reverse: 'optional-property-removed',
    example: [object({ id: STRING }), object({ id: STRING, name: STRING }, ['id'])],
    response: {
      id: 'response-optional-property-added',
      says: 'is new, and may be absent',
      because: 'Readers pass over members that they do not know, where the contract lets others come.',
    },
    request: { id: 'new-optional-request-property', says: 'is new, and may be sent' },
  },
  'required-property-added-to-closed': {
    effect: BOTH,
    reverse: 'required-property-removed-from-closed',
    response: {
      instead: 'Send it only to who asks for it, or in a new version.',
      id: 'response-property-added-to-closed-object',
      says: 'is new, where the contract said that no other member comes',
      because: 'Readers may refuse members that the contract said would never come.',
      example: [object({ id: STRING }, undefined, CLOSED), object({ id: STRING, name: STRING }, undefined, CLOSED)],
    },
    request: { as: 'required-property-added' },
  },
  'optional-property-added-to-closed': {
    effect: WIDENS,
    reverse: 'optional-property-removed-from-closed',
    response: { as: 'required-property-added-to-closed' },
    request: { as: 'optional-property-added' },
  },
  'became-optional': {
    effect: WIDENS,
    reverse: 'became-required',
    says: 'may now be absent',
    example: [object({ name: STRING }), object({ name: STRING }, [])],
    response: {
      because: 'Who takes it for granted meets answers without it.',
      instead: 'Keep sending it, with a value that stands for none.',
    },
  },
  'became-required': {
    effect: NARROWS,
    reverse: 'became-optional',
    says: 'is now always there',
    example: [object({ name: STRING }, []), object({ name: STRING })],
    request: {
      because: 'Requests without it are refused from now on.',
      instead: 'Keep it optional, with a default for those who do not send it.',
    },
  },
  'property-names-generalized': {
    effect: WIDENS,
    reverse: 'property-names-specialized',
    says: 'may now have members of other names: {after}, before {before}',
    example: value(
      { type: 'object', additionalProperties: STRING, propertyNames: { maxLength: 4 } },
      { type: 'object', additionalProperties: STRING },
    ),
    response: 'Names come that the reader has no place for.',
  },
  'property-names-specialized': {
    effect: NARROWS,
    reverse: 'property-names-generalized',
    says: 'may only have members of certain names: {after}, before {before}',
    example: value(
      { type: 'object', additionalProperties: STRING },
      { type: 'object', additionalProperties: STRING, propertyNames: { maxLength: 4 } },
    ),
    request: 'Members of other names are refused from now on.',
  },
  'additional-properties-opened': {
    effect: WIDENS,
    reverse: 'additional-properties-closed',
    says: 'may now have members that are not declared',
    example: [object({ id: STRING }, undefined, CLOSED), object({ id: STRING })],
    response: {
      id: 'response-additional-properties-opened',
      because: 'Readers may refuse members that the contract said would never come.',
    },
    request: { id: 'request-additional-properties-opened' },
  },
  'additional-properties-closed': {
    effect: NARROWS,
    reverse: 'additional-properties-opened',
    says: 'may no longer have members that are not declared',
    example: [object({ id: STRING }), object({ id: STRING }, undefined, CLOSED)],
    response: { id: 'response-additional-properties-closed' },
    request: {
      instead: 'Pass over members that are not declared.',
      id: 'request-additional-properties-closed',
      because: 'Requests with members that are not declared are refused from now on.',
    },
  },
} as const satisfies Readonly<Record<string, SchemaRow>>;
