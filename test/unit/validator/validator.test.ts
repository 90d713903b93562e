import type { JsonSchema, JsonValue } from '../../../src/contract';
import { VALIDATOR_CHECKS, validatorFor } from '../../../src/validator';
import { leastUser, modelOf, userContract } from './subject';

const validator = validatorFor(userContract());
const answer = (body: object | string) =>
  validator.response('updateAccountUser', 200, typeof body === 'string' ? body : JSON.stringify(body));
const told = (body: object | string) => answer(body).map(({ rule, pointer }) => `${pointer} ${rule}`);

/** What is wrong with a value, as `pointer check`. */
const problems = (schema: JsonSchema, value: JsonValue, definitions?: Record<string, JsonSchema>): string[] =>
  validator.model(modelOf(schema, definitions), value).map(({ pointer, rule }) => `${pointer} ${rule}`);

describe('an answer', () => {
  it('is right with the required members alone', () => expect(answer(leastUser)).toEqual([]));

  it.each<[string, object, string]>([
    ['a missing member at its own pointer', { id: undefined }, '/id required'],
    ['an unknown enum value', { status: 'active' }, '/status enum'],
    ['a wrong type', { emailVerified: 'true' }, '/emailVerified type'],
    ['null', { fullName: null }, '/fullName type'],
    ['a space for T', { updatedAt: '2023-04-05 06:07:08Z' }, '/updatedAt format'],
    ['an offset without colon', { updatedAt: '2023-04-05T06:07:08+0530' }, '/updatedAt format'],
    ['a text too long', { fullName: 'x'.repeat(101) }, '/fullName length'],
    ['a pattern', { username: 'ada lovelace' }, '/username pattern'],
    [
      'too many items',
      {
        loginHistory: Array(6).fill({ date: '2023-04-05T06:07:08Z', ipAddress: '::1', userAgent: 'x', success: true }),
      },
      '/loginHistory items',
    ],
    [
      'a missing member deep inside',
      {
        activeSessions: [{ userAgent: '', ipAddress: '', accountId: leastUser.id, loginTime: '2023-04-05T06:07:08Z' }],
      },
      '/activeSessions/0/referenceToken required',
    ],
    ['a value of a map', { userProperties: { 'a/b': { __proto: 1 } } }, '/userProperties/a~1b/__proto type'],
    ['a fraction', { creationTime: 1.5 }, '/creationTime type'],
    ['a rule of the contract', { object: 'group' }, '/object object-is-user'],
  ])('tells %s', (_what, change, expected) => expect(told({ ...leastUser, ...change })).toEqual([expected]));

  it.each([
    ['9223372036854775807', []],
    ['-9223372036854775808', []],
    ['9223372036854775808', ['/creationTime limit']],
    ['-9223372036854775809', ['/creationTime limit']],
    ['9007199254740993', []],
    ['1.0', []],
  ])('judges all digits of %s', (digits, expected) => {
    expect(told(JSON.stringify(leastUser).replace('}', `,"creationTime":${digits}}`))).toEqual(expected);
  });

  it.each([
    ['', 'is empty'],
    ['<html></html>', 'is HTML'],
    ['\uFEFF{}', 'byte order mark'],
    ['{"id":', 'is not JSON'],
    ['{} {}', 'is not JSON'],
  ])('that is no JSON says why: %j', (text, why) => {
    expect(answer(text)).toMatchObject([{ rule: 'not-json', pointer: '', message: expect.stringContaining(why) }]);
  });

  it('that is not UTF-8 says so', () => {
    const bytes = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    expect(validator.response('updateMyUser', 200, bytes)).toMatchObject([{ rule: 'not-utf8' }]);
  });

  it.each(['[]', 'null', '"text"', '1'])('that is %s is of the wrong type', (text) =>
    expect(told(text)).toEqual([' type']),
  );

  it('suggests what was meant', () => {
    const [finding] = answer({ ...leastUser, status: 'active' });
    expect(finding).toMatchObject({
      expected: 'one of ENROLLING, INVITED, ACTIVE, RESET, INACTIVE',
      actual: '"active"',
      level: 'error',
      message:
        '/status is "active", which is not one of ENROLLING, INVITED, ACTIVE, RESET, INACTIVE: did you mean "ACTIVE"? The contract says: The status of the user.',
    });
  });

  it('has fingerprints free of values', () => {
    const print = (value: string) => answer({ ...leastUser, userProperties: { [value]: { x: 1 } } })[0]?.fingerprint;
    expect(print('a')).toBe(print('b'));
    expect(print('a')).not.toBe(answer({ ...leastUser, fullName: 1 })[0]?.fingerprint);
  });
});

describe('rules about more than the answer', () => {
  const body = JSON.stringify({ ...leastUser, isTotpEnabled: true, totpSecret: 's' });
  it('are judged when the request is known', () => {
    expect(validator.response('updateMyUser', 200, body)).toEqual([]);
    expect(validator.response('updateMyUser', 200, body, { request: { isTotpEnabled: true } })).toEqual([]);
    expect(validator.response('updateMyUser', 200, body, { request: {} })).toMatchObject([
      { rule: 'totp-secret-only-when-requested', pointer: '/totpSecret', level: 'error' },
    ]);
  });
});

describe('naming', () => {
  const snake = { ...leastUser, account_id: leastUser.accountId, accountId: undefined };
  it('that is the other one is told once', () => {
    const [finding, ...rest] = answer(snake);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ rule: 'wire-names', pointer: '' });
    expect(finding?.message).toContain('--wire-names snake_case');
  });
  it('is told with what else is wrong', () => {
    expect(told({ ...snake, is_totp_enabled: 1 })).toEqual([' wire-names', '/is_totp_enabled type']);
  });
  it('is not told of members that are missing under any name', () => {
    const session = {
      user_agent: 'a',
      ip_address: 'b',
      account_id: leastUser.accountId,
      login_time: '2023-04-05T06:07:08Z',
    };
    const { accountId, ...rest } = leastUser;
    const body = { ...rest, account_id: accountId, active_sessions: [session, session, session] };
    const findings = validatorFor(userContract('snake_case')).response('updateMyUser', 200, JSON.stringify(body));
    expect(findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
      'required /active_sessions/0/reference_token',
      'required /active_sessions/1/reference_token',
      'required /active_sessions/2/reference_token',
    ]);
  });
  it('is told the other way round', () => {
    const findings = validatorFor(userContract('snake_case')).response('updateMyUser', 200, JSON.stringify(leastUser));
    expect(findings.map(({ rule }) => rule)).toEqual(['wire-names']);
  });
});

describe('an answer as a whole', () => {
  const whole = (status: number, headers: Record<string, string>, body: string) =>
    validator.answer('updateMyUser', { status, headers, body }).map(({ rule }) => rule);
  it('has a status of the contract', () => expect(whole(418, {}, '')).toEqual(['unexpected-status']));
  it('is JSON', () => {
    expect(whole(200, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(leastUser))).toEqual([]);
    expect(whole(200, { 'content-type': 'application/json;charset="UTF-8"' }, JSON.stringify(leastUser))).toEqual([]);
    const latin = { 'content-type': 'application/json;charset=ISO-8859-1' };
    expect(whole(200, latin, JSON.stringify(leastUser))).toEqual(['content-type']);
    expect(whole(200, { 'content-type': 'text/html' }, JSON.stringify(leastUser))).toEqual(['content-type']);
    expect(whole(200, {}, JSON.stringify(leastUser))).toEqual(['content-type']);
  });
});

describe('a request', () => {
  it('is held to its own schema', () => {
    expect(validator.request('updateMyUser', '{"email":"ada@example.org"}')).toEqual([]);
    expect(validator.request('updateMyUser', '{"email":"ada"}')).toMatchObject([
      { rule: 'pattern', pointer: '/email' },
    ]);
  });
});

describe('any schema', () => {
  it.each<[string, JsonSchema, JsonValue, string[]]>([
    ['null or a string', { type: ['string', 'null'] }, 1, [' type']],
    ['a recursive model', { $ref: '#/$defs/Tree' }, { kids: [{ kids: [{ kids: 1 }] }] }, ['/kids/0/kids/0/kids type']],
    ['exactly one of two', { oneOf: [{ type: 'integer' }, { type: 'number' }] }, 1, [' union']],
    [
      'the nearest branch',
      { anyOf: [{ type: 'string' }, { $ref: '#/$defs/Cat' }] },
      { pet: 'cat', lives: '9' },
      ['/lives type'],
    ],
    ['the branch of the discriminator', { $ref: '#/$defs/Pet' }, { pet: 'dog', lives: 9 }, ['/bark required']],
    ['a discriminator of no branch', { $ref: '#/$defs/Pet' }, { pet: 'cow' }, ['/pet enum']],
    [
      'no other members',
      { type: 'object', properties: { name: {} }, additionalProperties: false },
      { nam: 1 },
      ['/nam unknown-property'],
    ],
    [
      'names of keys',
      { type: 'object', additionalProperties: true, propertyNames: { pattern: '^a' } },
      { b: 1 },
      ['/b pattern'],
    ],
    ['too few members', { type: 'object', minProperties: 1 }, {}, [' properties']],
    [
      'an item twice',
      { type: 'array', uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [' unique'],
    ],
    [
      'items that only a double takes for equal',
      { type: 'array', uniqueItems: true },
      [9007199254740992n, 9007199254740993n],
      [],
    ],
    ['an exact bound', { type: 'integer', maximum: 9007199254740992 }, 9007199254740993n, [' limit']],
    ['a multiple of a fraction', { type: 'number', multipleOf: 0.1 }, 0.3, []],
    ['no multiple', { type: 'number', multipleOf: 0.1 }, 0.35, [' limit']],
    ['an integer of 400 digits', { type: 'integer' }, 10n ** 400n, []],
    ['an enum of objects', { enum: [{ a: 1, b: 2 }] }, { b: 2, a: 1 }, []],
    ['a pattern that is not legal with u', { type: 'string', pattern: '^\\-a$' }, '-a', []],
    ['astral characters', { type: 'string', maxLength: 1 }, '\u{1F600}', []],
    ['a format that nobody knows', { type: 'string', format: 'moon-phase' }, 'x', []],
  ])('%s', (_what, schema, value, expected) => {
    const definitions: Record<string, JsonSchema> = {
      Tree: { type: 'object', properties: { kids: { type: 'array', items: { $ref: '#/$defs/Tree' } } } },
      Cat: {
        type: 'object',
        properties: { pet: { const: 'cat' }, lives: { type: 'integer' } },
        required: ['pet', 'lives'],
      },
      Dog: {
        type: 'object',
        properties: { pet: { const: 'dog' }, bark: { type: 'string' } },
        required: ['pet', 'bark'],
      },
      Pet: {
        oneOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }],
        discriminator: { propertyName: 'pet', mapping: { cat: '#/$defs/Cat', dog: '#/$defs/Dog' } },
      },
    };
    expect(problems(schema, value, definitions)).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a member named %s is one like any other',
    (name) => {
      const schema: JsonSchema = {
        type: 'object',
        properties: Object.fromEntries([[name, { type: 'string' as const }]]),
        required: [name],
        additionalProperties: false,
      };
      expect(problems(schema, {})).toEqual([`/${name} required`]);
      expect(problems(schema, JSON.parse(`{"${name}":1}`))).toEqual([`/${name} type`]);
      expect(problems(schema, JSON.parse(`{"${name}":"x"}`))).toEqual([]);
    },
  );

  it('a depth past the stack is a finding, not a crash', () => {
    const tree = { type: 'object', properties: { k: { $ref: '#/$defs/T' } } } as const;
    const model = modelOf({ $ref: '#/$defs/T' }, { T: tree });
    const deep = `${'{"k":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(validator.body(model, deep)).toMatchObject([{ rule: 'too-deep' }]);
    expect(validator.accepts(model, JSON.parse('{"k":1}'))).toBe(false);
  });

  it('a pattern that is none is an error of the contract', () => {
    expect(() => validator.model(modelOf({ type: 'string', pattern: '(' }), '')).toThrow('not a regular expression');
  });
});

describe('the table of checks', () => {
  it('has no id twice', () => {
    const ids = VALIDATOR_CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
