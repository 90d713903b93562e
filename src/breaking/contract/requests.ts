import type { Operation, Parameter, RequestBody } from '../../contract';
import type { Change } from '../rules';
import type { Matched } from './matching';
import { type Compared, contractChange } from './place';
import type { CompareSchemas } from './schemas';

function compareBodies(before: RequestBody | undefined, after: RequestBody | undefined): Change[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) {
    const name = after?.required ? 'required-request-body-added' : 'optional-request-body-added';
    return [contractChange(name, 'no body', after?.mediaType ?? '')];
  }
  if (after === undefined) return [contractChange('request-body-removed', before.mediaType, 'no body')];
  return [...compareNeed(before, after), ...compareMediaTypes(before.mediaType, after.mediaType)];
}

const need = ({ required }: { required: boolean }): string => (required ? 'required' : 'optional');

function compareNeed(before: RequestBody, after: RequestBody): Change[] {
  if (before.required === after.required) return [];
  const name = after.required ? 'request-body-became-required' : 'request-body-became-optional';
  return [contractChange(name, need(before), need(after))];
}

/** Parameters of a media type, such as its charset, are left aside. */
export const bareMediaType = (mediaType: string): string => mediaType.split(';')[0]?.trim().toLowerCase() ?? '';

const compareMediaTypes = (before: string, after: string): Change[] =>
  bareMediaType(before) === bareMediaType(after) ? [] : [contractChange('request-media-type-changed', before, after)];

function compareBody({ before, after }: Matched, compare: CompareSchemas): Compared[] {
  const place = { operation: after.id, part: 'request' };
  const around = compareBodies(before.request, after.request);
  const own: Compared[] = around.length > 0 ? [{ place, direction: 'contract', changes: around }] : [];
  if (before.request === undefined || after.request === undefined) return own;
  return [...own, { place, direction: 'request', ...compare(before.request.schema, after.request.schema) }];
}

/** Parameters of the path stand in an order, the others have names; header names in any case. */
const keyOf = (operation: Operation, parameter: Parameter): string => {
  if (parameter.in === 'path') return `path ${operation.path.split(`{${parameter.name}}`)[0]?.split('{').length}`;
  return `${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
};

const nameOf = (parameter: Parameter): string => `${parameter.in} parameter ${parameter.name}`;

const byKey = (operation: Operation): Map<string, Parameter> =>
  new Map(operation.parameters.map((parameter) => [keyOf(operation, parameter), parameter]));

/** A parameter of the path comes and goes with the path, which tells it. */
function compareParameterLists({ before, after }: Matched): Change[] {
  const [old, now] = [byKey(before), byKey(after)];
  const isTold = (parameter: Parameter): boolean => parameter.in !== 'path';
  const removed = [...old].filter(([key, parameter]) => !now.has(key) && isTold(parameter));
  const added = [...now].filter(([key, parameter]) => !old.has(key) && isTold(parameter));
  const kept = [...now].flatMap(([key, is]): Change[] => {
    const was = old.get(key);
    if (was === undefined || was.required === is.required) return [];
    const name = is.required ? 'parameter-became-required' : 'parameter-became-optional';
    return [contractChange(name, need(was), need(is), nameOf(is))];
  });
  return [
    ...removed.map(([, was]) => contractChange('parameter-removed', need(was), 'not there', nameOf(was))),
    ...added.map(([, is]) =>
      contractChange(`${is.required ? 'required' : 'optional'}-parameter-added`, 'not there', need(is), nameOf(is)),
    ),
    ...kept,
  ];
}

function compareParameters(matched: Matched, compare: CompareSchemas): Compared[] {
  const { before, after } = matched;
  const changes = compareParameterLists(matched);
  const old = byKey(before);
  const schemas = [...byKey(after)].flatMap(([key, is]): Compared[] => {
    const was = old.get(key);
    if (was === undefined) return [];
    return [
      { place: { operation: after.id, part: nameOf(is) }, direction: 'request', ...compare(was.schema, is.schema) },
    ];
  });
  const list: Compared = { place: { operation: after.id, part: '' }, direction: 'contract', changes };
  return [...(changes.length > 0 ? [list] : []), ...schemas];
}

/** What changed in what an operation is sent. */
export const compareRequests = (matched: Matched, compare: CompareSchemas): Compared[] => [
  ...compareParameters(matched, compare),
  ...compareBody(matched, compare),
];
