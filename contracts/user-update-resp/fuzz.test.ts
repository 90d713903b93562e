import { parseJson, type Run, stringifyJson, type WireNames } from 'pactcheck';
import { casesOf, fuzzParser, type ParseFunction } from 'pactcheck/fuzz';
import { parseSnakeCaseUser, parseUser, type User } from './consumer/parser';
import { UnreadableResponse } from './consumer/unreadable-response';
import contract from './contract';

/** As many responses as the case table has: each once. */
const TABLE = casesOf(contract).length;

/** What a parser comes to, on the cases of the table and some that join them. */
const fuzzed = (parser: ParseFunction, runs = TABLE, wireNames: WireNames = 'documented'): Promise<Run> =>
  fuzzParser({ contract, wireNames, parser, rejectsWith: ['UnreadableResponse'], unusualDates: 'accept', runs });

/** What went wrong, a line each. */
const told = (run: Run): string[] =>
  run.results.flatMap(({ findings }) => findings.map(({ rule, pointer, message }) => `${rule} ${pointer}: ${message}`));

type Loose = { -readonly [K in keyof User]: unknown };

/** The parser with a mistake in what it gives. */
const giving =
  (spoil: (user: Loose, body: string) => unknown): ParseFunction =>
  (body) => {
    const user = { ...parseUser(body) } as Loose;
    return spoil(user, body) ?? user;
  };

/** The parser with a mistake in what it takes. */
const taking =
  (spoil: (body: string) => string): ParseFunction =>
  (body) =>
    parseUser(spoil(body));

const keeping =
  (change: (value: string) => unknown) =>
  (user: Loose): void => {
    if (typeof user.fullName === 'string') user.fullName = change(user.fullName);
  };

const without = (body: string, ...names: string[]): string => {
  const value = parseJson(body) as Record<string, never>;
  return stringifyJson(Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))));
};

const MISTAKES: readonly (readonly [mistake: string, parse: ParseFunction, leadsTo: RegExp])[] = [
  ['leaves a field out', giving((user) => void delete user.groups), /^lost-field \/groups: .*not in the parsed value/],
  [
    'takes false for absent',
    giving((user) => void (user.emailVerified === false && delete user.emailVerified)),
    /^lost-field \/emailVerified/,
  ],
  [
    'takes empty for absent',
    giving((user) => void (user.address === '' && delete user.address)),
    /^lost-field \/address/,
  ],
  ['gives a default', giving((user) => ({ isTotpEnabled: false, ...user })), /^invented-field \/isTotpEnabled/],
  [
    'rounds an int64',
    giving((user) => {
      if (typeof user.creationTime === 'bigint') user.creationTime = Number(user.creationTime);
    }),
    /^inexact-integer \/creationTime: .*int64/,
  ],
  [
    'saturates an int64',
    giving((user) => {
      if (typeof user.lastLoginTime === 'bigint' && user.lastLoginTime > 2n ** 53n) user.lastLoginTime = 2n ** 53n;
    }),
    /^inexact-integer \/lastLoginTime/,
  ],
  [
    'forgets the offset',
    giving((user, body) => {
      const text = (parseJson(body) as { createdAt?: string }).createdAt;
      if (text !== undefined && !text.includes(':60')) user.createdAt = new Date(`${text.slice(0, 19).toUpperCase()}Z`);
    }),
    /^wrong-instant \/createdAt: .*another moment/,
  ],
  [
    'drops milliseconds',
    giving((user) => {
      if (user.updatedAt instanceof Date) user.updatedAt.setUTCMilliseconds(0);
    }),
    /^wrong-instant \/updatedAt/,
  ],
  [
    'gives an invalid date',
    giving((user, body) => {
      const text = (parseJson(body) as { createdAt?: string }).createdAt;
      if (text !== undefined) user.createdAt = new Date(text);
    }),
    /^invalid-date \/createdAt/,
  ],
  ['trims text', giving(keeping((text) => text.trim())), /^wrong-value \/fullName: /],
  ['normalises text', giving(keeping((text) => text.normalize('NFC'))), /^wrong-value \/fullName/],
  ['cuts text', giving(keeping((text) => text.slice(0, 64))), /^wrong-value \/fullName/],
  [
    'removes duplicates',
    giving((user) => {
      if (Array.isArray(user.groups)) user.groups = [...new Set(user.groups)];
    }),
    /^lost-field \/groups\/1/,
  ],
  [
    'swaps two fields',
    giving((user) => ({ ...user, address: user.fullName, fullName: user.address })),
    /^(?:lost|invented)-field \/(?:address|fullName)/,
  ],
  [
    'loses the key __proto__',
    giving((user) => {
      if (typeof user.userProperties !== 'object') return;
      const copy: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(user.userProperties as object)) copy[name] = value;
      user.userProperties = copy;
    }),
    /^lost-field \/userProperties\/__proto__/,
  ],
  ['gives nothing', giving(() => Promise.resolve(undefined)), /^wrong-value : .*returned nothing/],
  [
    'takes anything for an object',
    (body) => {
      try {
        return parseUser(body);
      } catch {
        return {};
      }
    },
    /^accepts-invalid \/status: .*required/,
  ],
  [
    'does without a required field',
    (body) => {
      try {
        return parseUser(body);
      } catch (error) {
        if (/etag.*required/.test(String(error))) return parseUser(body.replace('{', '{"etag":"",'));
        throw error;
      }
    },
    /^accepts-invalid \/etag: .*required/,
  ],
  [
    'fails with an error of another kind',
    (body) => {
      JSON.parse(body);
      return parseUser(body);
    },
    /^undeclared-error : .*SyntaxError/,
  ],
  [
    'throws no error',
    (body) => {
      try {
        return parseUser(body);
      } catch (error) {
        throw String(error);
      }
    },
    /^undeclared-error .*string/,
  ],
  [
    'refuses unknown fields',
    (body) => {
      const user = parseUser(body);
      const known = Object.keys(user).length;
      if (Object.keys(parseJson(body) as object).length > known) throw new UnreadableResponse('', 'known fields');
      return user;
    },
    /^refuses-valid .*UnreadableResponse/,
  ],
  [
    'refuses an empty list',
    giving((user) => {
      if (Array.isArray(user.activeSessions) && user.activeSessions.length === 0) throw new UnreadableResponse('', '');
    }),
    /^refuses-valid \/activeSessions: /,
  ],
  [
    'refuses a lower-case t',
    taking((body) => body.replace(/("createdAt":"[^"]*)t/, '$1?')),
    /^refuses-valid \/createdAt: /,
  ],
  [
    'fails when an optional field is absent',
    giving((user) => void (user.phoneNumber as string).length),
    /^refuses-valid \/phoneNumber: .*TypeError/,
  ],
  [
    'loses a field when another is absent',
    giving((user) => void (user.username === undefined && delete user.fullName)),
    /^lost-field \/fullName/,
  ],
  ['forgets a field', taking((body) => without(body, 'password')), /^lost-field \/password/],
];

describe('the parser of the console', () => {
  it('reads all that the contract allows, and refuses the rest in the declared way', async () => {
    const run = await fuzzed(parseUser, 3000);
    expect(told(run)).toEqual([]);
    expect(run.summary.failed).toBe(0);
    expect(run.coverage?.classes).toEqual({ covered: run.coverage?.classes.feasible, feasible: expect.any(Number) });
  });

  it('does so with names in snake_case', async () => {
    expect(told(await fuzzed(parseSnakeCaseUser, 1500, 'snake_case'))).toEqual([]);
  });

  it('is unhealthy, in one sentence, where it reads another naming', async () => {
    await expect(fuzzed(parseSnakeCaseUser)).rejects.toThrow(/refuses 20 of the first 20 valid responses/);
  });

  it.each(MISTAKES)('is red where it %s', async (_mistake, parse, leadsTo) => {
    const lines = told(await fuzzed(parse));
    expect(lines).toContainEqual(expect.stringMatching(leadsTo));
  });
});
