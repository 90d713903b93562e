import { type JsonValue, stringifyJson } from '../../../contract';
import type { Compiled, Drawn, Searched } from '../compiled';
import type { Edges } from '../edges';
import type { Source } from '../source';

/** A leaf: values of the edge rows now and then, of the whole range otherwise. */
export const withEdges = (edges: Edges | undefined, free: Drawn): Drawn =>
  edges === undefined
    ? free
    : {
        draw: (source) => (source.isEdge() ? edges.draw(source) : free.draw(source)),
        write: (source) => (source.isEdge() ? edges.write(source) : free.write(source)),
      };

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
