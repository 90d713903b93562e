import { isJsonObject, isLeapSecond, type JsonValue, RawJson, stringifyJson } from '../contract';
import { hasUnspeakableName } from './speakable';

/** Where a value stands: the part of a site that matters here. */
export interface PlaceOfValue {
  readonly pointer: string;
  readonly schema?: { readonly kind: string };
}

/** The longest text, in UTF-16 units, that a file for people to review should hold. */
const LONGEST_TEXT = 4_096;

/** The longest text, and the longest list or map of many, as JSON, that one interaction should hold: the fuzzer has longer ones. */
const LARGEST_VALUE = 1_000;
/** A list or map of so few is as small as its items let it be. */
const FEW = 3;

const LONE_SURROGATE = /\p{Cs}/u;

/** The site of the body, or of one of its branches. */
const WHOLE_BODY = /^(?:\/\|\d+)*$/;

type Check = (value: JsonValue) => string | undefined;

const CHECKS: readonly Check[] = [
  (value) => (value instanceof RawJson ? 'a pact holds JSON values, not their spelling' : undefined),
  (value) =>
    typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value) && isPastDouble(value))
      ? 'pact-js passes bodies through doubles, which cannot hold every integer past 2^53 - 1'
      : undefined,
  (value) => (Object.is(value, -0) ? 'pact-js writes -0 as 0' : undefined),
  (value) =>
    typeof value === 'string' && LONE_SURROGATE.test(value)
      ? 'a pact is UTF-8, which has no lone surrogates'
      : undefined,
  (value) =>
    typeof value === 'string' && value.length > LONGEST_TEXT
      ? `a text of more than ${LONGEST_TEXT} characters makes a pact file that nobody can review`
      : undefined,
];

/** Doubles between 2^53 and 1e21 are written as integers; JSON has larger ones with an exponent. */
const isPastDouble = (value: number): boolean => !Number.isSafeInteger(value) && Math.abs(value) < 1e21;

function reasonsWithin(value: JsonValue): string | undefined {
  const own = CHECKS.map((check) => check(value)).find((reason) => reason !== undefined);
  if (own !== undefined) return own;
  if (Array.isArray(value)) return firstReason(value);
  if (!isJsonObject(value)) return undefined;
  return firstReason([...Object.keys(value), ...Object.values(value)]);
}

const firstReason = (values: readonly JsonValue[]): string | undefined =>
  values.map(reasonsWithin).find((reason) => reason !== undefined);

const isContainer = (value: JsonValue): boolean => Array.isArray(value) || isJsonObject(value);

/** The site of a value of a map that stands among the items of a list. */
const IN_MAP_IN_LIST = /\/\[\](?:\/.*)?\/\{\}$/;

/**
 * A container as a value of anything in a map that stands in a list: Pact compares members that only some of the items
 * have with a member that all of them have, and no matcher takes a list where that one is a text.
 */
const isBesideOthers = ({ pointer, schema }: PlaceOfValue, value: JsonValue): boolean =>
  schema?.kind === 'any' && IN_MAP_IN_LIST.test(pointer) && isContainer(value);

/**
 * Why no pact can, or should, carry a value of this class at this site; `undefined` where one can. Case generators leave
 * such classes out of the rows that become interactions, and reports list them with the reason.
 */
export function cannotCarry(site: PlaceOfValue, className: string, value: JsonValue | undefined): string | undefined {
  if (hasUnspeakableName(site.pointer)) return 'a name that is empty or has a quote cannot stand in a path of a pact';
  if (value === undefined) return undefined;
  if (typeof value === 'string' && isLeapSecond(value))
    return 'most programs, on either side, have no type that holds a leap second';
  if (isOversized(site, className, value)) return 'too large for a pact that people review: the fuzzer has it';
  if (isBesideOthers(site, value)) return 'Pact has no matcher for whatever stands in maps in lists';
  return WHOLE_BODY.test(site.pointer) ? cannotCarryBody(value) : reasonsWithin(value);
}

const isMany = (value: JsonValue): boolean => typeof value === 'string' || Object.keys(value as object).length > FEW;

/** A value that is large since there is much of it, where a smaller one is as plain. */
const isOversized = ({ schema }: PlaceOfValue, className: string, value: JsonValue): boolean =>
  className !== 'typical' &&
  ['string', 'array', 'map'].includes(schema?.kind ?? '') &&
  ['string', 'object'].includes(typeof value) &&
  value !== null &&
  isMany(value) &&
  stringifyJson(value).length > LARGEST_VALUE;

/** Why no pact can carry a body; `undefined` where one can. */
export const cannotCarryBody = (body: JsonValue): string | undefined =>
  body === '' || body === null ? 'the verifier takes it for no body at all' : reasonsWithin(body);
