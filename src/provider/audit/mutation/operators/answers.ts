import type { Random } from '../../../../random';
import type { HeaderFields, ReceivedResponse } from '../../../exchange';
import type { AnswerOperator } from '../operator';
import { httpMutator } from '../publications';

/** Another status of a class. */
const anotherOf =
  (statuses: readonly number[]) =>
  (answer: ReceivedResponse, random: Random): ReceivedResponse => ({
    ...answer,
    status: random.pick(statuses.filter((status) => status !== answer.status)),
  });

const withHeader = (answer: ReceivedResponse, name: string, value: string | undefined): ReceivedResponse => {
  const others = Object.entries(answer.headers).filter(([one]) => one !== name);
  const headers: HeaderFields = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
  return { ...answer, headers };
};

/** The answer with a header changed, or (`undefined`) left out; only where it has one. */
const onHeader =
  (name: string, change: (value: string) => string | undefined) =>
  (answer: ReceivedResponse): ReceivedResponse | undefined => {
    const value = answer.headers[name];
    if (typeof value !== 'string') return undefined;
    const changed = change(value);
    return changed === value ? undefined : withHeader(answer, name, changed);
  };

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const statusRow = (id: string, letters: string, kind: string, statuses: readonly number[]): AnswerOperator => ({
  id,
  on: 'answer',
  place: 'status',
  does: `another status of ${kind}`,
  follows: httpMutator(letters),
  apply: anotherOf(statuses),
  example: {
    before: { status: 200, headers: {} },
    after: { status: statuses.find((status) => status !== 200) as number, headers: {} },
  },
});

/** Operators on what is around a body. */
export const ANSWERS: readonly AnswerOperator[] = [
  statusRow('status-success', 'R2XX', 'success', [200, 201, 204]),
  statusRow('status-refusal', 'R4XX', 'a refusal', [400, 401, 403, 404, 409]),
  statusRow('status-failure', 'R5XX', 'a failure', [500, 501, 502, 503, 504]),
  {
    id: 'type-changed',
    on: 'answer',
    place: 'header content-type',
    does: 'another media type',
    follows: httpMutator('CTC'),
    apply: onHeader('content-type', () => 'text/html'),
    example: {
      before: { status: 200, headers: JSON_TYPE },
      after: { status: 200, headers: { 'content-type': 'text/html' } },
    },
  },
  {
    id: 'type-dropped',
    on: 'answer',
    place: 'header content-type',
    does: 'no media type',
    follows: httpMutator('CTD'),
    apply: onHeader('content-type', () => undefined),
    example: { before: { status: 200, headers: JSON_TYPE }, after: { status: 200, headers: {} } },
  },
  {
    id: 'charset-changed',
    on: 'answer',
    place: 'header content-type',
    does: 'another charset than UTF-8',
    follows: httpMutator('CPC'),
    apply: onHeader('content-type', (value) => `${value.replace(/;\s*charset=[^;]*/i, '')}; charset=utf-16`),
    example: {
      before: { status: 200, headers: JSON_TYPE },
      after: { status: 200, headers: { 'content-type': 'application/json; charset=utf-16' } },
    },
  },
  {
    id: 'charset-dropped',
    on: 'answer',
    place: 'header content-type',
    does: 'no charset',
    follows: httpMutator('CPD'),
    apply: onHeader('content-type', (value) => value.replace(/;\s*charset=[^;]*/i, '')),
    example: {
      before: { status: 200, headers: JSON_TYPE },
      after: { status: 200, headers: { 'content-type': 'application/json' } },
    },
  },
  {
    id: 'location-changed',
    on: 'answer',
    place: 'header location',
    does: 'another location',
    follows: httpMutator('LHC'),
    apply: onHeader('location', (value) => `${value}/planted`),
    example: {
      before: { status: 201, headers: { location: '/users/1' } },
      after: { status: 201, headers: { location: '/users/1/planted' } },
    },
  },
  {
    id: 'location-dropped',
    on: 'answer',
    place: 'header location',
    does: 'no location',
    follows: httpMutator('LHD'),
    apply: onHeader('location', () => undefined),
    example: { before: { status: 201, headers: { location: '/users/1' } }, after: { status: 201, headers: {} } },
  },
];
