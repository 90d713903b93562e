import { parseJson } from '../../../../src/contract';
import type { Loose } from './loose';
import { giving, type Mistake, said, spoiling, wrapping } from './mistake';

/** What depends on anything but the response, or changes what it should not. */
export const BESIDE: readonly Mistake[] = [
  giving('echoes the request', 'echoed-request', (user, _body, { request }) => {
    user['phoneNumber'] ??= said(request.body, 'phoneNumber');
  }),
  giving('reads otherwise beside an unknown member', 'lost-field unknown-member-matters', (user, body) => {
    if (Object.keys(parseJson(body) as object).some((name) => /^(?:somethingNew|data|error)$/.test(name)))
      delete user['fullName'];
  }),
  giving('writes less than it holds', 'unstable-round-trip', (user) =>
    Object.defineProperty(user, 'toJSON', { enumerable: false, value: () => ({ ...user, updatedAt: undefined }) }),
  ),
  wrapping('gives what it gave before', 'changes-later', (parse) => {
    const last: Loose = {};
    return spoiling((user) => {
      for (const name of Object.keys(last)) delete last[name];
      return Object.assign(last, user);
    })(parse);
  }),
  wrapping(
    'remembers by a part of the response',
    'depends-on-history wrong-value lost-field invented-field',
    (parse) => {
      const byId = new Map<unknown, unknown>();
      return spoiling((user) => {
        const known = byId.get(user['id']) ?? user['fullName'];
        byId.set(user['id'], known);
        if (known === undefined) delete user['fullName'];
        else user['fullName'] = known;
      })(parse);
    },
  ),
  wrapping('keeps what it reads where other calls write', 'mixes-calls', (parse) => {
    let current: unknown;
    return async (body, response) => {
      current = await parse(body, response);
      await null;
      return current;
    };
  }),
  giving('counts what it reads', 'not-repeatable', (user) => ({ ...user, serial: Math.random() })),
  giving('asks the clock', 'not-repeatable depends-on-clock', (user) => ({ ...user, age: new Date().getFullYear() })),
  wrapping('changes what it was given', 'input-modified', (parse) => (body, response) => {
    delete (response.headers as Record<string, string>)['content-type'];
    return parse(body, response);
  }),
  wrapping('pollutes a prototype', 'prototype-polluted', (parse) => (body, response) => {
    if (body.includes('__proto__'))
      Object.defineProperty(Object.prototype, 'polluted', { value: 1, enumerable: true, configurable: true });
    return parse(body, response);
  }),
];
