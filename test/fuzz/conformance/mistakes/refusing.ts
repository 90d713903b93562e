import { Refused } from '../parsers/facts';
import { dateFrom } from './loose';
import { giving, type Mistake, said, wrapping } from './mistake';

/** Valid responses that are refused. */
export const REFUSING: readonly Mistake[] = [
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
  giving('asks a map for a member of every object', 'refuses-valid', (user, body) => {
    if (/"hasOwnProperty":[{"]/.test(body) && user['userProperties'] !== undefined) throw new TypeError('no function');
  }),
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
];
