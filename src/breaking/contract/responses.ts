import type { Operation, Response, ResponseHeader } from '../../contract';
import type { Change } from '../rules';
import type { Matched } from './matching';
import { type Compared, contractChange } from './place';
import { bareMediaType } from './requests';
import type { CompareSchemas } from './schemas';

/** The default answer is a success only where no other one is: else it is what errors look like. */
function isSuccess({ status }: Response, { responses }: Operation): boolean {
  if (status !== 'default') return /^[23]/.test(status);
  return !responses.some((other) => /^[23]/.test(other.status));
}

/** The answer that a contract has for a status: the exact one, its range, or the default. */
const answerFor = (operation: Operation, status: string): Response | undefined =>
  [status, `${status[0]}XX`, 'default']
    .map((wanted) => operation.responses.find((response) => response.status.toUpperCase() === wanted.toUpperCase()))
    .find((response) => response !== undefined);

function compareStatuses({ before, after }: Matched): Change[] {
  const removed = before.responses.filter(({ status }) => answerFor(after, status) === undefined);
  const added = after.responses.filter(({ status }) => answerFor(before, status) === undefined);
  return [
    ...removed.map((response) =>
      contractChange(
        `${isSuccess(response, before) ? 'success' : 'non-success'}-status-removed`,
        response.status,
        'not there',
        response.status,
      ),
    ),
    ...added.map((response) =>
      contractChange(
        `${isSuccess(response, after) ? 'success' : 'non-success'}-status-added`,
        'not there',
        response.status,
        response.status,
      ),
    ),
  ];
}

function compareBodies(before: Response, after: Response): Change[] {
  const [old, now] = [before.mediaType, after.mediaType];
  if (before.schema === undefined)
    return after.schema === undefined ? [] : [contractChange('response-body-added', 'no body', now ?? '')];
  if (after.schema === undefined) return [contractChange('response-body-removed', old ?? '', 'no body')];
  if (bareMediaType(old ?? '') === bareMediaType(now ?? '')) return [];
  return [contractChange('response-media-type-changed', old ?? '', now ?? '')];
}

const byName = ({ headers }: Response): Map<string, ResponseHeader> =>
  new Map(headers.map((header) => [header.name.toLowerCase(), header]));

const need = ({ required }: ResponseHeader): string => (required ? 'always there' : 'may be absent');
const nameOf = ({ name }: ResponseHeader): string => `header ${name}`;

function compareHeaderLists(before: Response, after: Response): Change[] {
  const [old, now] = [byName(before), byName(after)];
  const removed = [...old.values()].filter(({ name }) => !now.has(name.toLowerCase()));
  const added = [...now.values()].filter(({ name }) => !old.has(name.toLowerCase()));
  const kept = [...now].flatMap(([name, is]): Change[] => {
    const was = old.get(name);
    if (was === undefined || was.required === is.required) return [];
    return [
      contractChange(
        is.required ? 'header-became-required' : 'header-became-optional',
        need(was),
        need(is),
        nameOf(is),
      ),
    ];
  });
  return [
    ...removed.map((was) =>
      contractChange(`${was.required ? 'required' : 'optional'}-header-removed`, need(was), 'not there', nameOf(was)),
    ),
    ...added.map((is) => contractChange('header-added', 'not there', need(is), nameOf(is))),
    ...kept,
  ];
}

function compareAnswer(operation: string, before: Response, after: Response, compare: CompareSchemas): Compared[] {
  const { status } = after;
  const place = { operation, part: status, status };
  const around: Compared = {
    place,
    direction: 'contract',
    changes: [...compareBodies(before, after), ...compareHeaderLists(before, after)],
  };
  const headers = [...byName(after)].flatMap(([name, is]): Compared[] => {
    const was = byName(before).get(name);
    if (was === undefined) return [];
    const at = { operation, part: `${status} ${nameOf(is)}`, status };
    return [{ place: at, direction: 'response', ...compare(was.schema, is.schema) }];
  });
  const body: Compared[] =
    before.schema === undefined || after.schema === undefined
      ? []
      : [{ place, direction: 'response', ...compare(before.schema, after.schema) }];
  return [...(around.changes.length > 0 ? [around] : []), ...headers, ...body];
}

/** What changed in what an operation answers. */
export function compareResponses(matched: Matched, compare: CompareSchemas): Compared[] {
  const { before, after } = matched;
  const statuses: Compared = {
    place: { operation: after.id, part: '' },
    direction: 'contract',
    changes: compareStatuses(matched),
  };
  const answers = after.responses.flatMap((response) => {
    const old = answerFor(before, response.status);
    return old === undefined ? [] : compareAnswer(after.id, old, response, compare);
  });
  return [...(statuses.changes.length > 0 ? [statuses] : []), ...answers];
}
