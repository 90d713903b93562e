import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../contract';
import { moved } from './moved';

const inUuidForm = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');

function candidates(previous: JsonValue, content: JsonValue): JsonValue[] {
  if (typeof previous === 'bigint') return [previous + 1n];
  if (typeof previous === 'number') return [previous + 1];
  const hex = createHash('sha256')
    .update(canonicalJson([previous, content]))
    .digest('hex');
  const digits = String(Number.parseInt(hex.slice(0, 8), 16));
  return [hex.slice(0, 16), hex.slice(0, 32), inUuidForm(hex), hex, digits, hex.slice(0, 8), moved(previous, [])];
}

/**
 * The version of a resource after a change, made from the one before and the content, so that going back to an
 * earlier content is still another version. The version before where the schema allows none of those.
 */
export const nextVersion = (
  previous: JsonValue,
  content: JsonValue,
  isAllowed: (candidate: JsonValue) => boolean,
): JsonValue =>
  candidates(previous, content).find((candidate) => candidate !== previous && isAllowed(candidate)) ?? previous;
