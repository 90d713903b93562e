import { isJsonObject, type JsonObject, type JsonValue, jsonValueIn, ownMember } from '../contract';
import type { PactInteraction, ReadPact } from './pact-interaction';

/** The version that is taken where a pact names none, as Pact's own reader does. */
const OTHERWISE = 3;

/**
 * Returns the major version of Pact's specification that a pact's metadata names. Libraries write their own versions
 * beside it: `pactRust: { models: '1.2.3' }`.
 */
export function specificationOf(metadata: JsonValue): number {
  const named =
    ownMember(ownMember(metadata, 'pactSpecification') ?? ownMember(metadata, 'pact-specification'), 'version') ??
    ownMember(metadata, 'pactSpecificationVersion') ??
    ownMember(metadata, 'pact-specification-version');
  const major = Number.parseInt(String(named), 10);
  return Number.isNaN(major) ? OTHERWISE : major;
}

/** The fourth version wraps bodies: `{ content, contentType, encoded }`. */
function unwrapped({ content, encoded }: JsonObject): JsonValue | undefined {
  if (typeof content !== 'string' || encoded === false || encoded === undefined) return content;
  const text = encoded === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content;
  return jsonValueIn(text);
}

/** Returns the body of an interaction's request or response; `undefined` where it has none, or one that is no JSON. */
export function bodyIn(
  { metadata }: Pick<ReadPact, 'metadata'>,
  { written }: PactInteraction,
  part: 'request' | 'response',
): JsonValue | undefined {
  const body = ownMember(written[part], 'body');
  return body !== undefined && isJsonObject(body) && specificationOf(metadata) >= 4 ? unwrapped(body) : body;
}
