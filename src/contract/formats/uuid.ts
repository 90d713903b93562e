import type { StringFormat } from './format';

const PATTERN = '^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$';
const SHAPE = new RegExp(PATTERN);

/** RFC 9562 UUID, of any version and variant. */
export const uuid: StringFormat = {
  name: 'uuid',
  description: 'a UUID',
  means: 'id',
  pattern: PATTERN,
  // Of the versions and the variant that RFC 9562 defines.
  drawn: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  check: (text) => SHAPE.test(text),
  typical: ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'],
  edge: {
    'upper case': { values: ['0F8FAD5B-D9CB-469F-A165-70867728950E'], pattern: '[A-F]' },
    'all zero': { values: ['00000000-0000-0000-0000-000000000000'], pattern: '^[0-]+$' },
    'all ones': { values: ['ffffffff-ffff-ffff-ffff-ffffffffffff'], pattern: '^[fF-]+$' },
    'version 7': { values: ['01890a5d-ac96-774b-bcce-b302099a8057'], pattern: '^.{14}7' },
  },
  reject: {
    'no hyphens': ['0f8fad5bd9cb469fa16570867728950e'],
    'in braces': ['{0f8fad5b-d9cb-469f-a165-70867728950e}'],
    'one digit short': ['0f8fad5b-d9cb-469f-a165-70867728950'],
    'not hexadecimal': ['0g8fad5b-d9cb-469f-a165-70867728950e'],
    empty: [''],
  },
  either: {
    'as a URN': {
      values: ['urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e'],
      reason: 'RFC 9562 has it as another way to write the same, and ajv takes it',
    },
  },
};
