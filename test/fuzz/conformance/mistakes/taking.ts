import { type JsonValue, parseJson, stringifyJson } from '../../../../src/contract';
import { looseOf } from './loose';
import { afterwards, type Mistake, replacing, rescuing, said, spelledOf, wrapping } from './mistake';

/** Invalid responses that are taken. */
export const TAKING: readonly Mistake[] = [
  wrapping(
    'takes an unknown status for null',
    'accepts-invalid',
    rescuing((body, parse, response) => {
      const known = body.replace(/(?<="status":)"(?!(?:ENROLLING|INVITED|ACTIVE|RESET|INACTIVE)")[^"]*"/, '"ACTIVE"');
      return known === body
        ? undefined
        : afterwards(parse(known, response), (user) => ({ ...looseOf(user), status: null }));
    }),
  ),
  wrapping('looks a status up in an object', 'accepts-invalid', replacing('status', /"constructor"/, '"ACTIVE"')),
  wrapping(
    'does without a required field',
    'accepts-invalid',
    rescuing((body, parse, response) =>
      said(body, 'etag') === undefined && body.startsWith('{"')
        ? parse(body.replace('{', '{"etag":"",'), response)
        : undefined,
    ),
  ),
  wrapping(
    'takes null for absent',
    'accepts-invalid',
    rescuing((body, parse, response) => {
      const without = body.replace(/"groups":null,?/, '');
      return without === body ? undefined : parse(without, response);
    }),
  ),
  wrapping('takes texts for numbers', 'accepts-invalid', replacing('creationTime', /"(\d+)"/, '$1')),
  wrapping('takes a number past int64', 'accepts-invalid', replacing('creationTime', /-?\d{19,}/, '0')),
  wrapping('takes a day that is none', 'accepts-invalid', replacing('createdAt', /"2023-02-30/, '"2023-03-02')),
  wrapping('takes a moment without a zone', 'accepts-invalid', replacing('createdAt', /"([^"Z+]{19})"/, '"$1Z"')),
  wrapping('takes a blank for T', 'accepts-invalid', replacing('updatedAt', /"(\S{10}) /, '"$1T')),
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
  wrapping(
    'takes what comes behind',
    'accepts-invalid',
    rescuing((body, parse, response) => {
      const before = body.replace(/\}[^}]+$/, '}');
      return before === body ? undefined : parse(before, response);
    }),
  ),
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
      const whole = parseJson(body) as Record<string, JsonValue>;
      const isIt = (name: string): boolean => spelledOf('loginHistory').includes(name);
      const fewer = Object.entries(whole).map(([name, value]) => [name, isIt(name) ? list.slice(0, 5) : value]);
      return parse(stringifyJson(Object.fromEntries(fewer)), response);
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
];
