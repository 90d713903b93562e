import { type Definitions, type JsonValue, resolve, type Schema } from '../contract';
import { checkerOf } from './checker';
import { CLASSES, type KindClasses, type Making } from './classes';

/** What is known of the values of a schema's kind. */
export const classesOf = (schema: Schema): KindClasses<Schema> => CLASSES[schema.kind] as KindClasses<Schema>;

/** From so many models deep on, plain values hold only what is required: models that refer to each other end. */
const DEEP = 4;

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

/**
 * How to make plain values of the schemas of a document. On one path each model is entered once, so that values
 * of recursive models end; a value that needs no second entry exists wherever any finite value does.
 */
export function makingOf(definitions: Definitions): Making {
  const checker = checkerOf(definitions);
  const allows: Making['allows'] = (schema, value) => checker(schema)(value);
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
      allows,
      isDeep: entered.length >= DEEP,
      typical: onceEach((schema, n) => classesOf(schema).typical(schema, making, n)),
      enter,
    };
    return making;
  };
  return within([]);
}
