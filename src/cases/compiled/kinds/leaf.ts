import { type JsonValue, stringifyJson } from '../../../contract';
import type { Compiled, Drawn, Searched } from '../compiled';
import type { Edges } from '../edges';
import type { Source } from '../source';
import { stockOf } from '../stock';

/** How many values of a leaf are in stock; a power of two. */
const STOCK = 1_024;
/** Of 32 values of the whole range, so many are made anew: over many payloads no value is out of reach. */
const FRESH = 4;

/**
 * A leaf: values of the accept rows now and then; otherwise of the whole range, mostly from a stock, since that costs a
 * fraction of making one.
 */
export function leafOf(rows: Edges | undefined, free: Drawn): Drawn {
  const values = stockOf(STOCK, free.draw);
  const texts = stockOf(STOCK, free.write);
  return {
    draw: (source) => {
      const bits = source.bits();
      if (rows !== undefined && source.isEdge(bits)) return rows.edges.draw(source);
      if (rows !== undefined && source.isTypical(bits)) return rows.typical.draw(source);
      return (bits & 31) < FRESH ? free.draw(source) : values((bits >>> 5) & (STOCK - 1));
    },
    write: (source) => {
      const bits = source.bits();
      if (rows !== undefined && source.isEdge(bits)) return rows.edges.write(source);
      if (rows !== undefined && source.isTypical(bits)) return rows.typical.write(source);
      return (bits & 31) < FRESH ? free.write(source) : texts((bits >>> 5) & (STOCK - 1));
    },
  };
}

/** What is drawn as a value and printed after. */
export const printed = (draw: (source: Source) => JsonValue): Drawn => ({
  draw,
  write: (source) => stringifyJson(draw(source)),
});

/** One of a list, each as often as the other. */
export function oneOfValues(values: readonly JsonValue[]): Drawn {
  const texts = values.map(stringifyJson);
  if (values.length === 1) return { draw: () => values[0] as JsonValue, write: () => texts[0] as string };
  return {
    draw: (source) => values[source.below(values.length)] as JsonValue,
    write: (source) => texts[source.below(texts.length)] as string,
  };
}

/** Values of which none is between another and the simplest. */
const withoutSteps = (simplest: JsonValue): Searched => ({ simplest: () => simplest, steps: () => [] });

/** A list of values; the first is the simplest. */
export const listed = (values: readonly JsonValue[]): Compiled => ({
  ...oneOfValues(values),
  ...withoutSteps(values[0] as JsonValue),
});

/** Computes a value at its first use. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
