import { isJsonObject, type JsonSchema, type JsonValue } from '../../../contract';
import { type Place, placeAt } from '../place';
import type { Draft } from './draft';
import { enumAdjusted } from './enum-values';
import { limitsAdjusted } from './limits';
import { patternAdjusted } from './pattern';
import type { Reading } from './reading';
import { tupleAdjusted } from './tuple';

const TYPES = ['string', 'integer', 'number', 'boolean', 'null', 'array', 'object'];

/** Says in one way what the versions of OpenAPI say differently, and mends what is clearly meant otherwise. */
export function adjust(draft: Draft, place: Place, reading: Reading): Draft {
  for (const step of [
    referenced,
    typed,
    formatted,
    limitsAdjusted,
    patternAdjusted,
    enumAdjusted,
    patternKeys,
    tupleAdjusted,
    exemplified,
  ])
    step(draft, place, reading);
  for (const [name, value] of Object.entries(draft)) if (value === undefined) delete draft[name];
  return draft;
}

const TOLD = ['title', 'description', 'deprecated', 'default', 'example', 'examples', 'readOnly', 'writeOnly'];

/** Before 3.1, what stands beside a reference does not count; it is taken as meant, and said so. */
function referenced(draft: Draft, place: Place, { notes, version }: Reading): void {
  if (draft['$ref'] === undefined || version === 'OpenAPI 3.1') return;
  const beside = Object.keys(draft).filter((name) => name !== '$ref' && !TOLD.includes(name));
  if (beside.length > 0)
    notes.warn(place, `${version} passes over what stands beside $ref; ${beside.join(', ')} is taken as meant`);
}

const MEANT: Readonly<Record<string, string>> = {
  int: 'integer',
  long: 'integer',
  int32: 'integer',
  int64: 'integer',
  float: 'number',
  double: 'number',
  decimal: 'number',
  bool: 'boolean',
  str: 'string',
  text: 'string',
  date: 'string',
  datetime: 'string',
  file: 'string',
  map: 'object',
  dict: 'object',
  list: 'array',
};

function typed(draft: Draft, place: Place, { notes }: Reading): void {
  const { type } = draft;
  if (type === undefined) return;
  const words = [type].flat() as string[];
  const meant = words.map((word) => (TYPES.includes(word) ? word : (MEANT[word.toLowerCase()] ?? known(word))));
  for (const [index, word] of words.entries()) {
    if (meant[index] === word || word === 'file') continue;
    const what = meant[index] === undefined ? 'it is passed over' : `it is read as ${meant[index]}`;
    notes.warn(placeAt(place, 'type') ?? place, `there is no type ${word}: ${what}`);
  }
  const types = [...new Set(meant.filter((word) => word !== undefined))];
  draft['type'] = types.length > 1 ? types : types[0];
}

const known = (word: string): string | undefined => TYPES.find((type) => type === word.toLowerCase());

/** A format that is the name of a type: a slip. A number of an integer's format is an integer. */
function formatted(draft: Draft, place: Place, { notes }: Reading): void {
  const { format, type } = draft;
  if (type === 'number' && (format === 'int32' || format === 'int64')) draft['type'] = 'integer';
  if (typeof format !== 'string' || !TYPES.includes(format)) return;
  delete draft['format'];
  const at = placeAt(place, 'format') ?? place;
  if (type === format) notes.warn(at, `${format} is a type, not a format: it is passed over`);
  else
    notes.warn(
      at,
      `${format} is a type, not a format: the type ${type === undefined ? 'is not given' : `stays ${type}`}`,
    );
}

/**
 * Members by one pattern, and no others: a map with limited keys. Any other is inexact, and so is what it says of members
 * that have neither a name nor a pattern here.
 */
function patternKeys(draft: Draft, place: Place, { notes, model }: Reading): void {
  const found = draft['patternProperties'] as readonly [string, JsonSchema][] | undefined;
  delete draft['patternProperties'];
  const [first] = found ?? [];
  if (first === undefined) return;
  const [pattern, values] = first;
  const { additionalProperties, properties, propertyNames } = draft;
  const isMap = additionalProperties === false && properties === undefined && propertyNames === undefined;
  if (isMap && found?.length === 1) {
    Object.assign(draft, { additionalProperties: values, propertyNames: { pattern } });
    return;
  }
  delete draft['additionalProperties'];
  const at = placeAt(place, 'patternProperties') ?? place;
  draft['x-inexact'] = notes.refuse(at, model, 'patternProperties beside other members is not supported');
}

/** The one example and the many are examples. Those with numbers that a double cannot hold are left out. */
function exemplified(draft: Draft): void {
  const { example, examples } = draft as { example?: JsonValue; examples?: JsonValue };
  delete draft['example'];
  const many = Array.isArray(examples)
    ? (examples as JsonValue[])
    : isJsonObject(examples)
      ? Object.values(examples)
      : [];
  const all = [...(example === undefined ? [] : [example]), ...many].filter(isPlain);
  draft['examples'] = all.length === 0 ? undefined : all;
  if (draft['default'] !== undefined && !isPlain(draft['default'] as JsonValue)) delete draft['default'];
}

/** Whether a value has no integer beyond what a double holds. */
function isPlain(value: JsonValue): boolean {
  if (typeof value === 'bigint') return false;
  if (Array.isArray(value)) return value.every(isPlain);
  return !isJsonObject(value) || Object.values(value).every(isPlain);
}
