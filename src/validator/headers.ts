import {
  bareMediaType,
  isJsonType,
  type JsonValue,
  type Response,
  type ResponseHeader,
  type Schema,
} from '../contract';
import type { Problem } from './problem';

/** Headers of an answer, by name in any case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The text of a header, its values joined. */
export function headerOf(headers: Headers, name: string): string | undefined {
  const found = Object.entries(headers).find(([candidate]) => candidate.toLowerCase() === name.toLowerCase());
  const value = found?.[1];
  return typeof value === 'string' || value === undefined ? value : value.join(', ');
}

/** JSON is UTF-8 (RFC 8259, section 8.1), of which ASCII is a part; in another charset clients misread it. */
function isInAnotherCharset(mediaType: string): boolean {
  const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(mediaType) ?? [];
  return charset !== undefined && isJsonType(mediaType) && !/^(?:utf-?8|us-ascii|ascii)$/i.test(charset);
}

/** What a Content-Type is that is not the one of the contract; a vendor's JSON type is as good as plain JSON. */
function departure(met: string | undefined, mediaType: string): string | undefined {
  if (met === undefined) return `comes without a Content-Type, which must be ${mediaType}`;
  const isAlike = bareMediaType(met) === bareMediaType(mediaType) || (isJsonType(met) && isJsonType(mediaType));
  if (!isAlike) return `comes as ${met}, which is not ${mediaType}`;
  return isInAnotherCharset(met) ? `comes as ${met}, but JSON is UTF-8 (RFC 8259)` : undefined;
}

/** What is wrong with the Content-Type of an answer. */
export function contentTypeProblem(response: Response, headers: Headers): Problem | undefined {
  const { mediaType } = response;
  if (mediaType === undefined) return undefined;
  const met = headerOf(headers, 'content-type');
  const sentence = departure(met, mediaType);
  if (sentence === undefined) return undefined;
  return { check: 'content-type', pointer: '', sentence, expected: mediaType, actual: met ?? 'nothing' };
}

/** The readings of a header's text: as it stands, and as the JSON value that it may be. */
function readings(text: string): JsonValue[] {
  try {
    return [text, JSON.parse(text) as JsonValue];
  } catch {
    return [text];
  }
}

/** What is wrong with the headers that the contract declares. */
export function headerProblems(
  declared: readonly ResponseHeader[],
  headers: Headers,
  accepts: (schema: Schema, value: JsonValue) => boolean,
): Problem[] {
  return declared.flatMap(({ name, required, schema }): Problem[] => {
    const text = headerOf(headers, name);
    const told = (sentence: string, actual: string): Problem[] => [
      {
        check: 'header',
        pointer: '',
        sentence,
        expected: `a header ${name} as its schema says`,
        actual,
        description: schema.description,
      },
    ];
    if (text === undefined)
      return required ? told(`comes without the header ${name}, which is required`, 'nothing') : [];
    if (readings(text).some((value) => accepts(schema, value))) return [];
    return told(`comes with the header ${name}: ${text}, which its schema does not allow`, text);
  });
}
