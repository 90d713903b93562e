import { ContractError } from '../contract-error';
import { STRING_FORMATS } from '../formats';
import { equalJson, type JsonValue } from '../json';
import type { JsonSchema } from '../json-schema';
import { isMultiple } from '../multiple';
import type { EnumSchema } from '../schema';
import { annotationsOf } from './annotations';
import type { Part } from './parts';
import { commonTypes, fitsType } from './types';

/** The values that each part with an enum or a const lists. */
const listsOf = (parts: readonly Part[]): (readonly JsonValue[])[] =>
  parts.flatMap(({ json }) => [
    ...(json.enum === undefined ? [] : [json.enum as readonly JsonValue[]]),
    ...(json.const === undefined ? [] : [[json.const as JsonValue]]),
  ]);

/** Whether the parts list values. */
export const isListed = (parts: readonly Part[]): boolean => listsOf(parts).length > 0;

function isText(pattern: string): (text: string) => boolean {
  try {
    const expression = new RegExp(pattern, 'u');
    return (text) => expression.test(text);
  } catch {
    return () => true;
  }
}

const COMPOSITE: readonly (keyof JsonSchema)[] = [
  ...(['items', 'minItems', 'maxItems', 'uniqueItems', 'properties', 'required'] as const),
  ...(['additionalProperties', 'propertyNames', 'minProperties', 'maxProperties'] as const),
];

/** @throws ContractError for lists and objects among the values, where more is said of lists and objects. */
function requireScalars(parts: readonly Part[], values: readonly JsonValue[]): void {
  const limit = parts.find(({ json }) => COMPOSITE.some((keyword) => json[keyword] !== undefined));
  if (limit === undefined || !values.some((value) => typeof value === 'object' && value !== null)) return;
  throw new ContractError('lists and objects among the values of an enum, with limits beside it, are not supported', {
    where: limit.where,
    next: 'Leave the limits out: the values say it all.',
  });
}

/** Whether a scalar keeps the limits that one part sets. */
function keepsLimits({ json }: Part, value: JsonValue): boolean {
  if (typeof value === 'string') {
    const length = [...value].length;
    const fits = json.pattern === undefined || isText(json.pattern)(value);
    const isOfFormat = json.format === undefined ? undefined : STRING_FORMATS.get(json.format)?.check;
    return (
      fits && (isOfFormat?.(value) ?? true) && length >= (json.minLength ?? 0) && length <= (json.maxLength ?? Infinity)
    );
  }
  if (typeof value !== 'number' && typeof value !== 'bigint') return true;
  return (
    value >= (json.minimum ?? -Infinity) &&
    value <= (json.maximum ?? Infinity) &&
    (json.exclusiveMinimum === undefined || value > json.exclusiveMinimum) &&
    (json.exclusiveMaximum === undefined || value < json.exclusiveMaximum) &&
    (json.multipleOf === undefined || isMultiple(value, json.multipleOf))
  );
}

/**
 * The values that all parts allow.
 * @throws ContractError where a schema lists values of which none is of the type beside them.
 */
export function enumOf(parts: readonly Part[]): EnumSchema {
  const [first = [], ...others] = listsOf(parts);
  const common = first.filter((value) => others.every((list) => list.some((other) => equalJson(value, other))));
  const types = commonTypes(parts);
  const ofType = common.filter((value) => types === undefined || types.some((type) => fitsType(value, type)));
  if (common.length > 0 && ofType.length === 0 && parts.length === 1)
    throw new ContractError('no value of the enum is of the type given beside it', {
      where: (parts[0] as Part).where,
      next: 'Correct the type or the values.',
    });
  requireScalars(parts, ofType);
  const values = ofType.filter((value) => parts.every((part) => keepsLimits(part, value)));
  return { kind: 'enum', values, ...annotationsOf(parts) };
}
