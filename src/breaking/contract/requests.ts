import type { Content, Operation } from '../../contract';
import type { Change } from '../rules';
import type { Matched } from './matching';
import { matchContent, mediaTypeKey } from './media-types';
import { compareParameters } from './parameters';
import { type Compared, contractChange } from './place';
import type { CompareSchemas } from './schemas';

/** The body of a request in all of its media types. */
interface Body {
  readonly required: boolean;
  readonly content: readonly Content[];
}

function bodyOf({ request, otherContent }: Operation): Body | undefined {
  if (request === undefined && otherContent === undefined) return undefined;
  const others = otherContent?.types ?? [];
  return {
    required: request?.required ?? otherContent?.required ?? false,
    content: request === undefined ? others : [request, ...others],
  };
}

const typesOf = ({ content }: Body): string => content.map(({ mediaType }) => mediaType).join(', ');

const need = ({ required }: { required: boolean }): string => (required ? 'required' : 'optional');

function compareNeed(before: Body, after: Body): Change[] {
  if (before.required === after.required) return [];
  const name = after.required ? 'request-body-became-required' : 'request-body-became-optional';
  return [contractChange(name, need(before), need(after))];
}

function compareMediaTypes(before: Body, after: Body): Change[] {
  const { removed, added } = matchContent(before.content, after.content);
  const told = [typesOf(before), typesOf(after)] as const;
  if (removed.length === before.content.length && added.length === after.content.length && removed.length > 0)
    return [contractChange('request-media-type-changed', ...told)];
  return [
    ...removed.map(({ mediaType }) => contractChange('request-media-type-removed', ...told, mediaType)),
    ...added.map(({ mediaType }) => contractChange('request-media-type-added', ...told, mediaType)),
  ];
}

function compareAround(before: Body | undefined, after: Body | undefined): Change[] {
  if (before === undefined) {
    const name = after?.required === true ? 'required-request-body-added' : 'optional-request-body-added';
    return after === undefined ? [] : [contractChange(name, 'no body', typesOf(after))];
  }
  if (after === undefined) return [contractChange('request-body-removed', typesOf(before), 'no body')];
  return [...compareNeed(before, after), ...compareMediaTypes(before, after)];
}

function compareBodies({ before, after }: Matched, compare: CompareSchemas): Compared[] {
  const [old, now] = [bodyOf(before), bodyOf(after)];
  const around = compareAround(old, now);
  const place = { operation: after.id, part: 'request' };
  const own: Compared[] = around.length > 0 ? [{ place, direction: 'contract', changes: around }] : [];
  const plain = mediaTypeKey(after.request?.mediaType ?? before.request?.mediaType ?? '');
  const bodies = matchContent(old?.content ?? [], now?.content ?? []).kept.flatMap((kept): Compared[] => {
    const compared = compare(kept.before.schema, kept.after.schema);
    const part = mediaTypeKey(kept.mediaType) === plain ? 'request' : `request as ${mediaTypeKey(kept.mediaType)}`;
    return compared === undefined ? [] : [{ place: { operation: after.id, part }, direction: 'request', ...compared }];
  });
  return [...own, ...bodies];
}

/** What changed in what an operation is sent. */
export const compareRequests = (matched: Matched, compare: CompareSchemas): Compared[] => [
  ...compareParameters(matched, compare),
  ...compareBodies(matched, compare),
];
