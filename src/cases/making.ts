import { type JsonValue, type Model, resolve, type Schema } from '../contract';
import { checkerOf } from './checker';
import { CLASSES, type KindClasses, type Making } from './classes';

/** Of what is inexact nothing is made. */
const NOTHING: KindClasses<Schema> = { typical: () => undefined, rows: () => [] };

/** What is known of the values of a schema's kind. */
export const classesOf = (schema: Schema): KindClasses<Schema> =>
  schema.inexact === undefined ? (CLASSES[schema.kind] as KindClasses<Schema>) : NOTHING;

/** From so many models deep on, plain values hold only what is required: models that refer to each other end. */
const DEEPEST = 4;

/** A plain body of more values than this is cut to fewer models deep: each model may fan out into many. */
const MOST_VALUES = 1_000;

/** The same result for the same schema and number: plain values are made once, and parts of larger ones are shared. */
function onceEach(make: Making['typical']): Making['typical'] {
  const made = new WeakMap<Schema, Map<number, JsonValue | undefined>>();
  return (schema, n) => {
    const ofSchema = made.get(schema) ?? new Map<number, JsonValue | undefined>();
    if (ofSchema.size === 0) made.set(schema, ofSchema);
    if (!ofSchema.has(n)) ofSchema.set(n, make(schema, n));
    return ofSchema.get(n);
  };
}

/** How many values a value consists of, itself among them; parts that occur again are counted again. */
function sizeOf(value: JsonValue | undefined, known = new Map<object, number>()): number {
  if (typeof value !== 'object' || value === null) return 1;
  const counted = known.get(value);
  if (counted !== undefined) return counted;
  const size = Object.values(value).reduce<number>((sum, part) => sum + sizeOf(part as JsonValue, known), 1);
  known.set(value, size);
  return size;
}

/** Making where plain values hold only what is required from `depth` models on. */
function makingTo({ definitions }: Model, judging: Pick<Making, 'allows' | 'mayAllow'>, depth: number): Making {
  const within = (entered: readonly string[]): Making => {
    const inside = new Map<string, ReturnType<Making['enter']>>();
    const enter: Making['enter'] = (name) => {
      if (entered.includes(name)) return undefined;
      const known = inside.get(name);
      if (known !== undefined) return known;
      const model = { schema: resolve({ kind: 'reference', name }, definitions), make: within([...entered, name]) };
      inside.set(name, model);
      return model;
    };
    const making: Making = {
      ...judging,
      isDeep: entered.length >= depth,
      typical: onceEach((schema, n) => classesOf(schema).typical(schema, making, n)),
      enter,
    };
    return making;
  };
  return within([]);
}

/**
 * How to make plain values of the schemas of a model's document. On one path each model is entered once, so that
 * values of recursive models end; a value that needs no second entry exists wherever any finite value does. Values
 * are as many models deep as keeps a plain body of the model small.
 */
export function makingOf(model: Model): Making {
  const { surely, maybe } = checkerOf(model);
  const judging = {
    allows: (schema: Schema, value: JsonValue): boolean => surely(schema)(value),
    mayAllow: (schema: Schema, value: JsonValue): boolean => maybe(schema)(value),
  };
  // As the table has it: the first model is not entered, its schema stands at the site of the body.
  const body = resolve(model.schema, model.definitions);
  let making = makingTo(model, judging, 1);
  for (let depth = 2; depth <= DEEPEST; depth += 1) {
    const deeper = makingTo(model, judging, depth);
    if (sizeOf(deeper.typical(body, 0)) > MOST_VALUES) break;
    making = deeper;
  }
  return making;
}
