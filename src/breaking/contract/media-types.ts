import type { Content } from '../../contract';

/** A media type by which two are the same: in lower case, without a charset. */
export const mediaTypeKey = (mediaType: string): string =>
  mediaType
    .split(';')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '' && !part.startsWith('charset='))
    .join(';');

/** Whether a range such as `text/*` or `application/*+json` includes a media type. */
export function includes(range: string, mediaType: string): boolean {
  if (mediaTypeKey(range) === mediaTypeKey(mediaType)) return true;
  const [type = '', subtype = ''] = mediaTypeKey(range).split('/');
  const [of = '', sub = ''] = mediaTypeKey(mediaType).split('/');
  if (!subtype.startsWith('*')) return false;
  return (type === '*' || type === of) && sub.endsWith(subtype.slice(1));
}

/** The content that speaks of a media type: its own, or the narrowest range. */
export const contentFor = (all: readonly Content[], mediaType: string): Content | undefined =>
  all
    .filter((content) => includes(content.mediaType, mediaType))
    .sort((left, right) => right.mediaType.replace(/\*/g, '').length - left.mediaType.replace(/\*/g, '').length)[0];

/** Media types of two sides: those that only one side has, and bodies of one media type on both sides. */
export interface MatchedContent {
  readonly removed: readonly Content[];
  readonly added: readonly Content[];
  readonly kept: readonly { readonly mediaType: string; readonly before: Content; readonly after: Content }[];
}

/** Puts the media types of two sides together. A range stays where the other side has one that lies in it. */
export function matchContent(before: readonly Content[], after: readonly Content[]): MatchedContent {
  const isKnown = (all: readonly Content[], { mediaType }: Content): boolean =>
    contentFor(all, mediaType) !== undefined;
  const names = new Map([...after, ...before].map(({ mediaType }) => [mediaTypeKey(mediaType), mediaType] as const));
  const kept = [...names.values()].flatMap((mediaType) => {
    const [was, is] = [contentFor(before, mediaType), contentFor(after, mediaType)];
    return was === undefined || is === undefined ? [] : [{ mediaType, before: was, after: is }];
  });
  return {
    removed: before.filter((content) => !isKnown(after, content)),
    added: after.filter((content) => !isKnown(before, content)),
    kept,
  };
}
