import { STRING_FORMATS } from '../formats';
import type { JsonSchema, JsonType } from '../json-schema';
import { type Part, valuesOf } from './parts';

/** The types, in the order in which a union of all of them has its branches. */
export const ALL_TYPES: readonly JsonType[] = ['object', 'array', 'string', 'number', 'boolean', 'null'];

type Atom = Exclude<JsonType, 'number'> | 'fraction';

const atoms = (types: readonly JsonType[]): Atom[] =>
  types.flatMap((type): Atom[] => (type === 'number' ? ['integer', 'fraction'] : [type]));

/** The types that all parts allow, in the order of the first that names any; `undefined` where none does. */
export function commonTypes(parts: readonly Part[]): JsonType[] | undefined {
  const [first, ...others] = valuesOf(parts, 'type').map((type) => [type].flat() as JsonType[]);
  if (first === undefined) return undefined;
  const allowed = others.map((types) => new Set(atoms(types)));
  const common = atoms(first).filter((atom) => allowed.every((types) => types.has(atom)));
  const all = new Set(common);
  const named = common.map((atom): JsonType => {
    if (atom === 'fraction') return 'number';
    return atom === 'integer' && all.has('fraction') ? 'number' : atom;
  });
  return [...new Set(named)];
}

const FAMILIES: readonly (readonly [JsonType, readonly (keyof JsonSchema)[]])[] = [
  ['object', ['properties', 'required', 'additionalProperties', 'propertyNames', 'minProperties', 'maxProperties']],
  ['array', ['items', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['minLength', 'maxLength', 'pattern']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** The types that keywords speak about without naming them. */
export function spokenOf(parts: readonly Part[]): JsonType[] {
  const spoken = FAMILIES.filter(([, keywords]) => keywords.some((keyword) => valuesOf(parts, keyword).length > 0));
  const types = spoken.map(([type]) => type);
  const isText = valuesOf(parts, 'format').some((format) => STRING_FORMATS.has(format));
  return isText && !types.includes('string') ? [...types, 'string'] : types;
}

/** Whether a JSON value is of a type; `1.0` is an integer. */
export const fitsType = (value: unknown, type: JsonType): boolean => {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return typeof value === 'bigint' || Number.isInteger(value);
  if (type === 'number') return typeof value === 'bigint' || typeof value === 'number';
  return typeof value === type;
};
