import { type JsonValue, parseJson, RawJson, type Schema, stringifyJson } from '../../contract';
import type { Making } from '../classes';
import { classesOf } from '../making';
import type { Source } from './source';

/** A value of an accept row: as a value, and as its text, which may be spelled in an unusual way. */
interface Edge {
  readonly value: JsonValue;
  readonly text: string;
}

/** The values of the accept rows of a schema. */
export interface Edges {
  readonly draw: (source: Source) => JsonValue;
  readonly write: (source: Source) => string;
  readonly values: readonly JsonValue[];
}

const edgeOf = (value: JsonValue): Edge =>
  value instanceof RawJson ? { value: parseJson(value.text), text: value.text } : { value, text: stringifyJson(value) };

/** Longer texts are drawn so much less often. */
const HEAVY_TEXT = 1_024;
const HEAVY_SHARE = 256;

/** Each row as often as the other, but what is long, seldom. */
export function edgesOf(schema: Schema, making: Making): Edges | undefined {
  const rows = classesOf(schema)
    .rows(schema, making)
    .filter((row) => row.verdict === 'accept')
    .map((row) => row.values.filter((value) => making.allows(schema, value)).map(edgeOf))
    .filter((values) => values.length > 0);
  const isHeavy = (values: readonly Edge[]): boolean => (values[0] as Edge).text.length > HEAVY_TEXT;
  const heavy = rows.filter(isHeavy);
  const light = rows.filter((values) => !isHeavy(values));
  if (rows.length === 0) return undefined;
  const pick = (source: Source): Edge => {
    const isOfHeavy = light.length === 0 || (heavy.length > 0 && source.below(HEAVY_SHARE) === 0);
    const from = isOfHeavy ? heavy : light;
    const row = from[source.below(from.length)] as readonly Edge[];
    return (row.length === 1 ? row[0] : row[source.below(row.length)]) as Edge;
  };
  return {
    draw: (source) => pick(source).value,
    write: (source) => pick(source).text,
    values: rows.flatMap((values) => values.map(({ value }) => value)),
  };
}
