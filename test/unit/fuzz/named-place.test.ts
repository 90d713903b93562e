import { listedPath, pointerTo, toldPath } from '../../../src/fuzz/named-place';
import { response } from '../../fuzz/small-contract';

class ValidationError extends Error {}

const having = (members: object): Error => Object.assign(new ValidationError('it is wrong'), members);

describe('the place that an error lists', () => {
  it.each([
    ['zod', having({ issues: [{ path: ['groups', 0, 'name'] }] }), ['groups', '0', 'name']],
    ['valibot', having({ issues: [{ path: [{ key: 'groups' }, { key: 1 }] }] }), ['groups', '1']],
    ['ajv', having({ errors: [{ instancePath: '/a~1b/0', params: {} }] }), ['a/b', '0']],
    ['ajv, of what is missing', having({ errors: [{ instancePath: '', params: { missingProperty: 'id' } }] }), ['id']],
    ['ajv, thrown as a list', [{ instancePath: '/id', params: {} }], ['id']],
    ['class-validator', [{ target: {}, property: 'a', children: [{ target: {}, property: 'b' }] }], ['a', 'b']],
    ['superstruct', having({ path: ['id'] }), ['id']],
    ['typebox', having({ error: { path: '/id' } }), ['id']],
    ['yup', having({ path: 'groups[0].name' }), ['groups', '0', 'name']],
    ['joi', having({ details: [{ path: ['id'] }] }), ['id']],
  ])('is that of the first issue: %s', (_of, thrown, path) => {
    expect(listedPath(thrown)).toEqual(path);
  });

  it.each([new Error('no'), having({ issues: [] }), having({ path: [] }), having({ path: '' }), null, 'a text', 7])(
    'is none where there is none: %p',
    (thrown) => {
      expect(listedPath(thrown)).toBeUndefined();
    },
  );

  it('is none where reading it throws', () => {
    const thrown = Object.defineProperty(new Error('no'), 'issues', {
      get: () => {
        throw new Error('never');
      },
    });
    expect(listedPath(thrown)).toBeUndefined();
  });
});

describe('the place that a message names', () => {
  it.each([
    ['/number: expected a number', ['number']],
    ['invalid value at /groups/0/name', ['groups', '0', 'name']],
    ['number: Expected a number, but received "x"', ['number']],
    ['groups[0].name must be a string (was 5)', ['groups', '0', 'name']],
    ['Invalid value "x" supplied to : { id: string, n: number }/n: number', ['n']],
    ['Invalid value 1 supplied to : User/groups: Array<string>/0: string', ['groups', '0']],
    ['1 validation error for User\ngroups.0\n  Input should be a valid string', ['groups', '0']],
    [
      'Cannot deserialize (through reference chain: a.User["groups"]->java.util.ArrayList[0]->a.Group["name"])',
      ['groups', '0', 'name'],
    ],
    ['Expected a string but was NUMBER at path $.groups[0].name', ['groups', '0', 'name']],
    ['The JSON value could not be converted. Path: $.id | LineNumber: 0', ['id']],
    ["Could not convert string to integer. Path 'groups[0].id', line 1, position 9.", ['groups', '0', 'id']],
    ['json: cannot unmarshal string into Go struct field User.groups.id of type int64', ['groups', 'id']],
    ['{ readonly "number": number }\n└─ ["number"]\n   └─ Expected number', ['number']],
    ['Invalid value for key "number" on User. Expected a number but got "x"', ['number']],
    ['missing field `id` at line 1 column 2', ['id']],
  ])('%j', (message, path) => {
    expect(toldPath(message)).toEqual(path);
  });

  it.each(['it is not JSON', 'Unexpected token < in JSON at position 0', 'a/b is wrong', ''])(
    'is none where there is none: %j',
    (message) => {
      expect(toldPath(message)).toBeUndefined();
    },
  );
});

describe('the pointer of a named place', () => {
  it.each([
    [['count'], '/count'],
    [['count', 'low'], '/count'],
    [['Infinity'], undefined],
    [[], undefined],
  ])('%j is %s, as far as the model has it', (path, pointer) => {
    expect(pointerTo(response.model, path)).toBe(pointer);
  });
});
