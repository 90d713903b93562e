import type { JsonValue } from '../../../contract';
import { type Place, placeAt } from '../place';
import type { Draft } from './draft';
import type { Reading } from './reading';

const typeOf = (value: JsonValue): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'integer';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
};

const fits = (value: JsonValue, types: readonly string[]): boolean => {
  const type = typeOf(value);
  return types.includes(type) || (type === 'integer' && types.includes('number'));
};

/** A scalar as one of another type, where nothing is lost: YAML reads `1` and `yes` without quotes as no text. */
function recast(value: JsonValue, types: readonly string[]): JsonValue | undefined {
  if (types.includes('string') && ['integer', 'number', 'boolean'].includes(typeOf(value))) return String(value);
  if (typeof value !== 'string') return undefined;
  if (types.includes('boolean') && /^(?:true|false)$/.test(value)) return value === 'true';
  const number = Number(value);
  const isNumber = value.trim() !== '' && String(number) === value;
  return isNumber && fits(number, types) ? number : undefined;
}

/** Values of another type than the one beside them: read as of that type where that is plainly meant, else left out. */
export function enumAdjusted(draft: Draft, place: Place, { notes, model }: Reading): void {
  const values = draft['enum'] as readonly JsonValue[] | undefined;
  const at = placeAt(place, 'enum') ?? place;
  if ([...(values ?? []), draft['const'] as JsonValue].some((value) => typeof value === 'bigint'))
    draft['x-inexact'] = notes.refuse(at, model, 'a number among the values that no double holds is not supported');
  if (values === undefined || draft['type'] === undefined) return;
  const types = [draft['type']].flat() as string[];
  const wrong = values.filter((value) => value !== null && !fits(value, types));
  if (wrong.length === 0) return;
  const kept = values.flatMap((value) => {
    if (value === null || fits(value, types)) return [value];
    const other = recast(value, types);
    return other === undefined ? [] : [other];
  });
  const [first] = wrong;
  if (kept.filter((value) => value !== null).length === 0) {
    notes.warn(at, `no value of the enum is of the type ${types.join(' or ')}: the type is passed over`);
    delete draft['type'];
    return;
  }
  notes.warn(
    at,
    `${JSON.stringify(first)} is not of the type ${types.join(' or ')}: ${kept.length === values.length ? 'it is read as such' : 'it is left out'}`,
  );
  draft['enum'] = kept;
}
