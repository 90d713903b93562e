import { isJsonObject, type JsonValue, parseJson, stringifyJson } from '../../../src/contract';
import type { ParseFunction, ParserResponse } from '../../../src/fuzz';
import { Refused } from './parsers/facts';

/** A parsed user, as a mistake may leave it. */
export type Loose = Record<string, unknown>;

/** A mistake that parsers make, to be planted behind a correct one. */
export interface Mistake {
  /** What the parser does, as a predicate. */
  readonly name: string;
  /** The rules that may notice it. */
  readonly noticedBy: readonly string[];
  /** Spoils what was read; gives what stands for it, or changes it. */
  readonly spoil?: (user: Loose, body: string, response: ParserResponse) => unknown;
  /** Spoils the way in. */
  readonly wrap?: (parse: ParseFunction) => ParseFunction;
}

const giving = (name: string, noticedBy: string, spoil: NonNullable<Mistake['spoil']>): Mistake => ({
  name,
  noticedBy: noticedBy.split(' '),
  spoil,
});

const wrapping = (name: string, noticedBy: string, wrap: NonNullable<Mistake['wrap']>): Mistake => ({
  name,
  noticedBy: noticedBy.split(' '),
  wrap,
});

/** Another value of a field, where it is there. */
const field =
  (name: string, change: (value: unknown) => unknown) =>
  (user: Loose): void => {
    if (user[name] !== undefined && user[name] !== null) user[name] = change(user[name]);
  };

const text =
  (change: (value: string) => unknown) =>
  (value: unknown): unknown =>
    typeof value === 'string' ? change(value) : value;

const isBig = (value: unknown): boolean => typeof value === 'bigint' && (value > 2n ** 53n || value < -(2n ** 53n));

const dateFrom = (value: unknown): Date => new Date(value as string | number | Date);

/** What the body says of a member; `undefined` where it is not JSON. */
function said(body: string, name: string): JsonValue | undefined {
  try {
    const value = parseJson(body);
    return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  } catch {
    return undefined;
  }
}

/** Takes what the parser refuses, by what stands for it; `undefined` where it is refused after all. */
const rescuing =
  (rescue: (body: string, parse: ParseFunction, response: ParserResponse) => unknown): NonNullable<Mistake['wrap']> =>
  (parse) =>
  (body, response) => {
    const failed = (error: unknown): unknown => {
      const rescued = rescue(body, parse, response);
      if (rescued === undefined) throw error;
      return rescued;
    };
    try {
      const value = parse(body, response);
      return value instanceof Promise ? value.catch(failed) : value;
    } catch (error) {
      return failed(error);
    }
  };

const replacing = (pattern: RegExp, by: string) =>
  rescuing((body, parse, response) => {
    const other = body.replace(pattern, by);
    return other === body ? undefined : parse(other, response);
  });

let last: Loose = {};
const byEtag = new Map<unknown, unknown>();

/** The usual mistakes: in what is given, in what is taken, in how it is refused, and in what else is done. */
export const MISTAKES: readonly Mistake[] = [
  giving('leaves a field out', 'lost-field', (user) => void delete user['groups']),
  giving(
    'takes false for absent',
    'lost-field',
    (user) => void (user['emailVerified'] === false && delete user['emailVerified']),
  ),
  giving(
    'takes an empty text for absent',
    'lost-field',
    (user) => void (user['address'] === '' && delete user['address']),
  ),
  giving(
    'takes zero for absent',
    'lost-field',
    (user) => void (Number(user['creationTime']) === 0 && delete user['creationTime']),
  ),
  giving(
    'takes an empty list for absent',
    'lost-field',
    (user) => void ((user['groups'] as unknown[])?.length === 0 && delete user['groups']),
  ),
  giving('gives a default', 'invented-field', (user) => ({ isTotpEnabled: false, ...user })),
  giving('makes up an empty list', 'invented-field', (user) => ({ groups: [], ...user })),
  giving(
    'rounds an int64',
    'inexact-integer',
    field('creationTime', (value) => (typeof value === 'bigint' ? Number(value) : value)),
  ),
  giving(
    'saturates an int64',
    'inexact-integer',
    field('lastLoginTime', (value) => (isBig(value) ? 2n ** 53n : value)),
  ),
  giving(
    'wraps an int64 to 32 bits',
    'wrong-value inexact-integer',
    field('passwordChangedTime', (value) => Number(BigInt.asIntN(32, BigInt(value as bigint)))),
  ),
  giving(
    'takes milliseconds for seconds',
    'wrong-value',
    field('creationTime', (value) => BigInt(value as bigint) / 1000n),
  ),
  giving('forgets the offset', 'wrong-instant', (user, body) => {
    const written = said(body, 'createdAt');
    if (typeof written === 'string') user['createdAt'] = new Date(`${written.slice(0, 19)}Z`);
  }),
  giving(
    'drops the fraction',
    'wrong-instant',
    field('updatedAt', (value) => new Date(Math.floor(dateFrom(value).getTime() / 1000) * 1000)),
  ),
  giving('gives an invalid date', 'invalid-date', (user, body) => {
    const written = said(body, 'createdAt');
    if (typeof written === 'string' && /[+-]\d\d:\d\d$/.test(written)) user['createdAt'] = new Date(Number.NaN);
  }),
  giving('leaves dates without a fraction texts', 'unsteady-type', (user, body) => {
    const written = said(body, 'updatedAt');
    if (typeof written === 'string') user['updatedAt'] = written.includes('.') ? new Date(written) : written;
  }),
  giving(
    'trims texts',
    'wrong-value',
    field(
      'fullName',
      text((value) => value.trim()),
    ),
  ),
  giving(
    'normalises texts',
    'wrong-value',
    field(
      'fullName',
      text((value) => value.normalize('NFC')),
    ),
  ),
  giving(
    'cuts texts',
    'wrong-value',
    field(
      'fullName',
      text((value) => value.slice(0, 64)),
    ),
  ),
  giving(
    'breaks surrogate pairs',
    'wrong-value',
    field(
      'address',
      text((value) => value.replace(/[\ud800-\udfff]/g, '?')),
    ),
  ),
  giving(
    'reads true out of a text',
    'wrong-value',
    field(
      'phoneNumber',
      text((value) => (value === 'true' ? true : value)),
    ),
  ),
  giving(
    'removes duplicates',
    'lost-field',
    field('groups', (value) => [...new Set(value as string[])]),
  ),
  giving(
    'sorts a list',
    'wrong-value',
    field('groups', (value) => [...(value as string[])].sort()),
  ),
  giving(
    'keeps the first item only',
    'lost-field',
    field('loginHistory', (value) => (value as unknown[]).slice(0, 1)),
  ),
  giving('swaps two fields', 'lost-field invented-field wrong-value', (user) => ({
    ...user,
    address: user['fullName'],
    fullName: user['address'],
  })),
  giving(
    'loses the key __proto__',
    'lost-field',
    field('userProperties', (value) => {
      const copy: Loose = {};
      for (const [name, inner] of value instanceof Map ? value : Object.entries(value as object)) copy[name] = inner;
      return copy;
    }),
  ),
  giving('gives nothing', 'wrong-value', () => null),
  giving(
    'loses a field when another is absent',
    'lost-field',
    (user) => void ((user['username'] ?? undefined) === undefined && delete user['fullName']),
  ),
  giving('echoes the request', 'echoed-request', (user, _body, { request }) => {
    const sent = parseJson(request.body);
    return isJsonObject(sent) ? { ...user, phoneNumber: user['phoneNumber'] ?? sent['phoneNumber'] } : user;
  }),
  giving('reads otherwise beside an unknown member', 'lost-field unknown-member-matters', (user, body) => {
    if (Object.keys(parseJson(body) as object).some((name) => /^(?:somethingNew|data|error)$/.test(name)))
      delete user['fullName'];
  }),
  giving('writes less than it holds', 'unstable-round-trip', (user) =>
    Object.defineProperty(user, 'toJSON', { enumerable: false, value: () => ({ ...user, updatedAt: undefined }) }),
  ),
  giving('gives what it gave before', 'changes-later', (user) => {
    for (const name of Object.keys(last)) delete last[name];
    last = Object.assign(last, user);
    return last;
  }),
  giving('remembers by a part of the response', 'depends-on-history wrong-value lost-field invented-field', (user) => {
    const known = byEtag.get(user['id']) ?? user['fullName'];
    byEtag.set(user['id'], known);
    if (known === undefined) delete user['fullName'];
    else user['fullName'] = known;
  }),
  giving('counts what it reads', 'not-repeatable', (user) => ({ ...user, serial: Math.random() })),
  giving('asks the clock', 'not-repeatable depends-on-clock', (user) => ({ ...user, age: new Date().getFullYear() })),
  giving('refuses what is in the future', 'refuses-valid', (user) => {
    if (dateFrom(user['createdAt'] ?? 0).getTime() > Date.now()) throw new Refused('it is in the future');
  }),
  giving('refuses an empty list', 'refuses-valid', (user) => {
    if ((user['activeSessions'] as unknown[] | undefined)?.length === 0) throw new Refused('no sessions');
  }),
  giving(
    'fails when an optional field is absent',
    'refuses-valid',
    (user) => void (user['phoneNumber'] as string).length,
  ),
  giving('fails on a long text', 'refuses-valid', (user) => {
    if (String(user['etag']).length > 10_000) throw new Refused('too long');
  }),
  wrapping('refuses unknown members', 'refuses-valid unknown-member-matters', (parse) => (body, response) => {
    if (/"somethingNew"|"newIn/.test(body) || said(body, 'somethingNew') !== undefined) throw new Refused('unknown');
    return parse(body, response);
  }),
  wrapping('wants members in the usual order', 'key-order-matters refuses-valid', (parse) => (body, response) => {
    const [id, object] = [body.indexOf('"id":'), body.indexOf('"object":')];
    if (id >= 0 && object >= 0 && object < id) throw new Refused('order');
    return parse(body, response);
  }),
  wrapping('wants no blanks', 'white-space-matters refuses-valid', (parse) => (body, response) => {
    if (/"status"\s+:|"status":\s+"/.test(body)) throw new Refused('blanks');
    return parse(body, response);
  }),
  wrapping('wants the media type to the letter', 'refuses-valid', (parse) => (body, response) => {
    if (response.headers['content-type'] !== 'application/json') throw new Refused('media type');
    return parse(body, response);
  }),
  wrapping(
    'takes an unknown status for null',
    'accepts-invalid',
    replacing(/"status":"(?!ENROLLING|INVITED|ACTIVE|RESET|INACTIVE)[^"]*"/, '"status":"ACTIVE"'),
  ),
  wrapping(
    'does without a required field',
    'accepts-invalid',
    rescuing((body, parse, response) =>
      said(body, 'etag') === undefined && body.startsWith('{"')
        ? parse(body.replace('{', '{"etag":"",'), response)
        : undefined,
    ),
  ),
  wrapping('takes null for absent', 'accepts-invalid', replacing(/"groups":null,?/, '')),
  wrapping('takes texts for numbers', 'accepts-invalid', replacing(/"creationTime":"(\d+)"/, '"creationTime":$1')),
  wrapping('takes a number past int64', 'accepts-invalid', replacing(/"creationTime":-?\d{19,}/, '"creationTime":0')),
  wrapping(
    'takes a day that is none',
    'accepts-invalid',
    replacing(/"createdAt":"2023-02-30/, '"createdAt":"2023-03-02'),
  ),
  wrapping(
    'takes a moment without a zone',
    'accepts-invalid',
    replacing(/"createdAt":"([^"Z+]{19})"/, '"createdAt":"$1Z"'),
  ),
  wrapping('takes a blank for T', 'accepts-invalid', replacing(/"updatedAt":"(\S{10}) /, '"updatedAt":"$1T')),
  wrapping(
    'takes an error page',
    'accepts-invalid',
    rescuing((body) => (body.startsWith('<') ? { html: body } : undefined)),
  ),
  wrapping(
    'takes any root',
    'accepts-invalid',
    rescuing((body) => (body === 'null' ? {} : undefined)),
  ),
  wrapping('takes what comes behind', 'accepts-invalid', replacing(/\}[^}]+$/, '}')),
  wrapping(
    'takes what is cut off',
    'accepts-invalid',
    rescuing((body, parse, response) =>
      /^\{.*"$/s.test(body) || /^\{.*[^}]$/s.test(body) ? parse(`${body}}`, response) : undefined,
    ),
  ),
  wrapping(
    'takes more items than agreed',
    'accepts-invalid',
    rescuing((body, parse, response) => {
      const list = said(body, 'loginHistory');
      if (!Array.isArray(list) || list.length <= 5) return undefined;
      const whole = { ...(parseJson(body) as Loose), loginHistory: list.slice(0, 5) } as JsonValue;
      return parse(stringifyJson(whole), response);
    }),
  ),
  wrapping(
    'gives null for a 404',
    'accepts-nothing',
    (parse) => (body, response) => (response.status === 404 ? null : parse(body, response)),
  ),
  wrapping(
    'gives an empty object for an error',
    'accepts-nothing',
    (parse) => (body, response) => (response.status >= 500 ? {} : parse(body, response)),
  ),
  wrapping('fails with an error of its own on what is not JSON', 'undeclared-error', (parse) => (body, response) => {
    JSON.parse(body);
    return parse(body, response);
  }),
  wrapping('fails on null', 'undeclared-error', (parse) => (body, response) => {
    if (body === 'null') throw new TypeError("Cannot read properties of null (reading 'id')");
    return parse(body, response);
  }),
  wrapping('fails on depth', 'undeclared-error', (parse) => (body, response) => {
    if (body.includes('['.repeat(3000))) throw new RangeError('Maximum call stack size exceeded');
    return parse(body, response);
  }),
  wrapping('throws a text', 'undeclared-error', (parse) => (body, response) => {
    try {
      return parse(body, response);
    } catch (error) {
      throw String(error);
    }
  }),
  wrapping('throws outside of its promise', 'throws-outside-promise', (parse) => (body, response) => {
    if (body === '') throw new Refused('empty');
    return Promise.resolve().then(() => parse(body, response));
  }),
  wrapping('changes what it was given', 'input-modified', (parse) => (body, response) => {
    delete (response.headers as Record<string, string>)['content-type'];
    return parse(body, response);
  }),
  wrapping('pollutes a prototype', 'prototype-polluted', (parse) => (body, response) => {
    if (body.includes('__proto__'))
      Object.defineProperty(Object.prototype, 'polluted', { value: 1, enumerable: true, configurable: true });
    return parse(body, response);
  }),
  wrapping('takes ever longer for each item', 'super-linear-time hang', (parse) => (body, response) => {
    const items = body.split(',');
    let found = 0;
    for (const one of items) found += items.indexOf(`${one} `);
    return found > 0 ? undefined : parse(body, response);
  }),
  wrapping('looks for an end by a slow expression', 'super-linear-time hang', (parse) => (body, response) => {
    if (/ +\n/.test(body)) return parse(` ${body}`, response);
    return parse(body, response);
  }),
];

/** A parser with a mistake. */
export function mistaken(parse: ParseFunction, { wrap, spoil }: Mistake): ParseFunction {
  if (wrap !== undefined) return wrap(parse);
  const spoiled = (value: unknown, body: string, response: ParserResponse): unknown => {
    const user: Loose = { ...(value as Loose) };
    return spoil?.(user, body, response) ?? (spoil?.length === 0 ? null : user);
  };
  return (body, response) => {
    const value = parse(body, response);
    return value instanceof Promise
      ? value.then((settled) => spoiled(settled, body, response))
      : spoiled(value, body, response);
  };
}
