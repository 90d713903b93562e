import type { Content, Response, ResponseHeader } from '../../contract';
import type { Change } from '../rules';
import type { Matched } from './matching';
import { matchContent, mediaTypeKey } from './media-types';
import { type Compared, contractChange, type Place } from './place';
import type { CompareSchemas } from './schemas';
import { type Answered, answeredByBoth, compareStatuses } from './statuses';

const contentOf = ({ mediaType, schema, others = [] }: Response): readonly Content[] =>
  mediaType === undefined || schema === undefined ? others : [{ mediaType, schema }, ...others];

const typesOf = (content: readonly Content[]): string =>
  content.map(({ mediaType }) => mediaType).join(', ') || 'no body';

function compareMediaTypes(before: readonly Content[], after: readonly Content[]): Change[] {
  const told = [typesOf(before), typesOf(after)] as const;
  if (before.length === 0) return after.length === 0 ? [] : [contractChange('response-body-added', ...told)];
  if (after.length === 0) return [contractChange('response-body-removed', ...told)];
  const { removed, added } = matchContent(before, after);
  if (removed.length === before.length && added.length === after.length)
    return [contractChange('response-media-type-changed', ...told)];
  return [
    ...removed.map(({ mediaType }) => contractChange('response-media-type-removed', ...told, mediaType)),
    ...added.map(({ mediaType }) => contractChange('response-media-type-added', ...told, mediaType)),
  ];
}

const byName = ({ headers }: Response): Map<string, ResponseHeader> =>
  new Map(headers.map((header) => [header.name.toLowerCase(), header]));

const need = ({ required }: ResponseHeader): string => (required ? 'always there' : 'may be absent');
const nameOf = ({ name }: ResponseHeader): string => `header ${name}`;

function compareNeed(was: ResponseHeader | undefined, is: ResponseHeader): Change[] {
  if (was === undefined || was.required === is.required) return [];
  const name = is.required ? 'header-became-required' : 'header-became-optional';
  return [contractChange(name, need(was), need(is), nameOf(is))];
}

function compareHeaderLists(before: Response, after: Response): Change[] {
  const [old, now] = [byName(before), byName(after)];
  const removed = [...old].flatMap(([key, was]) => (now.has(key) ? [] : [was]));
  const added = [...now].flatMap(([key, is]) => (old.has(key) ? [] : [is]));
  return [
    ...removed.map((was) =>
      contractChange(`${was.required ? 'required' : 'optional'}-header-removed`, need(was), 'not there', nameOf(was)),
    ),
    ...added.map((is) => contractChange('header-added', 'not there', need(is), nameOf(is))),
    ...[...now].flatMap(([key, is]) => compareNeed(old.get(key), is)),
  ];
}

function compareHeaders(place: Place, { before, after }: Answered, compare: CompareSchemas): Compared[] {
  const old = byName(before);
  return [...byName(after)].flatMap(([key, is]): Compared[] => {
    const was = old.get(key);
    const compared = was === undefined ? undefined : compare(was.schema, is.schema, { isText: true });
    if (compared === undefined) return [];
    return [{ place: { ...place, part: `${place.part} ${nameOf(is)}` }, direction: 'response', ...compared }];
  });
}

function compareBodies(place: Place, { before, after }: Answered, compare: CompareSchemas): Compared[] {
  const plain = mediaTypeKey(after.mediaType ?? before.mediaType ?? '');
  return matchContent(contentOf(before), contentOf(after)).kept.flatMap((kept): Compared[] => {
    const compared = compare(kept.before.schema, kept.after.schema);
    const key = mediaTypeKey(kept.mediaType);
    const part = key === plain ? place.part : `${place.part} as ${key}`;
    return compared === undefined ? [] : [{ place: { ...place, part }, direction: 'response', ...compared }];
  });
}

function compareAnswer(operation: string, answered: Answered, compare: CompareSchemas): Compared[] {
  const { status, before, after } = answered;
  const place = { operation, part: status, status };
  const changes = [...compareMediaTypes(contentOf(before), contentOf(after)), ...compareHeaderLists(before, after)];
  const around: Compared = { place, direction: 'contract', changes };
  return [
    ...(changes.length > 0 ? [around] : []),
    ...compareHeaders(place, answered, compare),
    ...compareBodies(place, answered, compare),
  ];
}

/** What changed in what an operation answers. */
export function compareResponses(matched: Matched, compare: CompareSchemas): Compared[] {
  const operation = matched.after.id;
  const statuses = compareStatuses(matched);
  const list: Compared = { place: { operation, part: '' }, direction: 'contract', changes: statuses };
  const answers = answeredByBoth(matched).flatMap((answered) => compareAnswer(operation, answered, compare));
  return [...(statuses.length > 0 ? [list] : []), ...answers];
}
