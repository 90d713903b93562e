import { type JsonValue, parseJson, RawJson, type Schema, stringifyJson } from '../../contract';
import type { Making } from '../classes';
import { classesOf } from '../making';
import type { Drawn } from './compiled';
import type { Source } from './source';

/** A value of an accept row: as a value, and as its text, which may be spelled in an unusual way. */
interface Edge {
  readonly value: JsonValue;
  readonly text: string;
}

/** The values of the accept rows of a schema. */
export interface Edges {
  readonly edges: Drawn;
  /** Those of the typical row; edges where there are none. */
  readonly typical: Drawn;
  /** Those of all rows. */
  readonly values: readonly JsonValue[];
}

const edgeOf = (value: JsonValue): Edge =>
  value instanceof RawJson ? { value: parseJson(value.text), text: value.text } : { value, text: stringifyJson(value) };

/** Longer texts are drawn so much less often. */
const HEAVY_TEXT = 1_024;
const HEAVY_SHARE = 256;

/** The accept rows of a schema, made ready for drawing; `undefined` where it has none. */
export function edgesOf(schema: Schema, making: Making): Edges | undefined {
  const byName = classesOf(schema)
    .rows(schema, making)
    .filter((row) => row.verdict === 'accept')
    .map(({ name, values }) => ({ name, values: values.filter((value) => making.allows(schema, value)).map(edgeOf) }))
    .filter(({ values }) => values.length > 0);
  const rows = byName.map(({ values }) => values);
  if (rows.length === 0) return undefined;
  const typical = byName.find(({ name }) => name === 'typical')?.values;
  const edges = drawnOf(byRow(rows));
  return {
    edges,
    typical: typical === undefined ? edges : drawnOf((source) => oneOf(source, typical)),
    values: rows.flatMap((values) => values.map(({ value }) => value)),
  };
}

const oneOf = <T>(source: Source, list: readonly T[]): T =>
  (list.length === 1 ? list[0] : list[source.below(list.length)]) as T;

const drawnOf = (pick: (source: Source) => Edge): Drawn => ({
  draw: (source) => pick(source).value,
  write: (source) => pick(source).text,
});

/** Each row as often as the other, but what is long, seldom. */
function byRow(rows: readonly (readonly Edge[])[]): (source: Source) => Edge {
  const isHeavy = (values: readonly Edge[]): boolean => (values[0] as Edge).text.length > HEAVY_TEXT;
  const heavy = rows.filter(isHeavy);
  const light = rows.filter((values) => !isHeavy(values));
  return (source) => {
    const isOfHeavy = light.length === 0 || (heavy.length > 0 && source.below(HEAVY_SHARE) === 0);
    const from = isOfHeavy ? heavy : light;
    return oneOf(source, from[source.below(from.length)] as readonly Edge[]);
  };
}
