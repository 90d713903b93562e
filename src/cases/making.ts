import { type Definitions, resolve, type Schema } from '../contract';
import { checkerOf } from './checker';
import { CLASSES, type KindClasses, type Making } from './classes';

/** What is known of the values of a schema's kind. */
export const classesOf = (schema: Schema): KindClasses<Schema> => CLASSES[schema.kind] as KindClasses<Schema>;

/** From so many models deep on, plain values hold only what is required: models that refer to each other end. */
const DEEP = 4;

/**
 * How to make plain values of the schemas of a document. On one path each model is entered once, so that values
 * of recursive models end; a value that needs no second entry exists wherever any finite value does.
 */
export function makingOf(definitions: Definitions): Making {
  const checker = checkerOf(definitions);
  const allows: Making['allows'] = (schema, value) => checker(schema)(value);
  const within = (entered: readonly string[]): Making => {
    const making: Making = {
      allows,
      isDeep: entered.length >= DEEP,
      typical: (schema, n) => classesOf(schema).typical(schema, making, n),
      enter: (name) => {
        if (entered.includes(name)) return undefined;
        return { schema: resolve({ kind: 'reference', name }, definitions), make: within([...entered, name]) };
      },
    };
    return making;
  };
  return within([]);
}
