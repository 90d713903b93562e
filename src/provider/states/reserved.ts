import { fromPointer, isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import type { StateOutcome } from './keeper';

/** The member of what a setup gives that is for pactcheck, and for no request. */
const RESERVED = 'pactcheck';

const FORM = '`{ "approximate": true }`, or `{ "cannot": ["/pointer", ...] }`';

const isPointer = (value: JsonValue): value is string =>
  typeof value === 'string' && (value === '' || value.startsWith('/'));

/** The places of the answer that a setup could not bring about; all of it where it does not know which. */
function unsetPlaces(reserved: JsonValue): readonly string[] | undefined {
  if (!isJsonObject(reserved)) return undefined;
  const { approximate = false, cannot = [], ...others } = reserved;
  if (typeof approximate !== 'boolean' || Object.keys(others).length > 0) return undefined;
  if (!Array.isArray(cannot) || !(cannot as JsonValue[]).every(isPointer)) return undefined;
  return approximate && cannot.length === 0 ? [''] : (cannot as readonly string[]);
}

/**
 * Returns what a setup came to by what it gave: values for the request and, from its reserved member, what of the state
 * it could not set up.
 * @param called names the setup in a sentence.
 */
export function outcomeOfValues(given: JsonObject, called: string): StateOutcome {
  if (!Object.hasOwn(given, RESERVED)) return { kind: 'done', values: given };
  const { [RESERVED]: reserved, ...values } = given;
  const cannot = unsetPlaces(reserved as JsonValue);
  if (cannot === undefined)
    return { kind: 'failed', message: `${called} gave a member \`${RESERVED}\` that is not ${FORM}` };
  return cannot.length === 0 ? { kind: 'done', values } : { kind: 'done', values, cannot };
}

/** Tells whether a place of an answer lies at or within one that could not be set up. */
export const isUnset = (pointer: string, cannot: readonly string[]): boolean =>
  cannot.some((place) => {
    const [unset, asked] = [fromPointer(place), fromPointer(pointer)];
    return unset.every((segment, index) => segment === asked[index]);
  });
