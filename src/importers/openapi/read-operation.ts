import type { OperationSource, ParameterSource, ResponseSource } from '../../contract';
import { requestOf, responseOf } from './bodies';
import { unlessUnreadable } from './hostile-document';
import type { Found } from './operations';
import { type Desk, parametersOf } from './parameters';
import { type Place, placeAt, placesIn, textAt } from './place';
import { admittedAt, securityOf } from './security';
import { basePath } from './servers';
import { announcedAt, operationUnjudged } from './unjudged';

/** `200`, a range, or `default`; anything else is no status. */
const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/i;

const spelled = (status: string): string => (status.toLowerCase() === 'default' ? 'default' : status.toUpperCase());

/** What a part of an operation counts as among all that may hold something unsupported. */
export const scopeOf = (id: string, part: string): string => `${part} of ${id}`;

function responsesOf(found: Found, desk: Desk): Record<string, ResponseSource> {
  const responses = placesIn(placeAt(found.place, 'responses')).flatMap(([word, written]) => {
    if (!STATUS.test(word)) {
      if (!word.startsWith('x-')) desk.notes.warn(written, `${word} is no status: it is passed over`);
      return [];
    }
    const status = spelled(word);
    const scoped = { ...desk, scope: scopeOf(found.id, `response ${status}`) };
    // Of one that cannot be read the status stays: what was refused counts as of it.
    return [[status, attempt(() => responseOf(written, found, scoped), written, scoped) ?? {}] as const];
  });
  return Object.fromEntries(responses);
}

/** What cannot be read makes no difference to the rest: it is named and left out. */
const attempt = <T>(read: () => T, place: Place, { notes, scope }: Desk): T | undefined =>
  unlessUnreadable<T | undefined>(read, ({ message }) => {
    notes.refuse(place, scope, message);
    return undefined;
  });

/** What some documents write into the path, as `/rest?method=getPhoto`: parameters of the query with one value each. */
function queryOf(path: string): Record<string, ParameterSource> {
  const [, query = ''] = path.split('?');
  const pairs = [...new URLSearchParams(query)].filter(([, value]) => !/^\{.*\}$/.test(value));
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, { in: 'query', required: true, schema: { const: value } }]),
  );
}

/** An operation of the document as one of a contract. */
export function readOperation(found: Found, desk: Desk): OperationSource {
  const { root, library, notes } = desk;
  const summary = textAt(found.place, 'summary');
  const [forParameters, forRequest] = ['parameters', 'request'].map((part) => ({
    ...desk,
    scope: scopeOf(found.id, part),
  })) as [Desk, Desk];
  const declared = attempt(() => parametersOf(found, forParameters), found.place, forParameters) ?? {};
  const parameters = { ...declared, ...queryOf(found.path) };
  const sent = attempt(() => requestOf(found, forRequest), found.place, forRequest) ?? {};
  return {
    method: found.method,
    path: basePath(root) + (found.path.split('?')[0] as string),
    ...(summary === undefined || summary === '' ? {} : { summary }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    security: securityOf(found.place, root, (place) => library.follow(place), notes),
    ...admittedAt(found.place, root, (place) => library.follow(place)),
    ...sent,
    responses: responsesOf(found, desk),
    ...announcedAt(found.place),
    ...(desk.shelf.isWhole ? operationUnjudged(found, library) : {}),
  };
}
