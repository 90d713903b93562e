import {
  type Definitions,
  fromPointer,
  type JsonValue,
  type Model,
  parseJson,
  RawJson,
  replaceAt,
  type Schema,
  schemasIn,
  stringifyJson,
  valueAt,
} from '../../contract';
import { placesIn } from './places';

/** Lists and objects in one another: fewer than the parsers of common languages take, of which the least take 64. */
const DEPTH = 50;
/** So many that no answer has them, and programs that call themselves for each come to the end of their stack. */
const TOO_DEEP = 10_000;
/** So many bodies are tried. */
const TRIED = 20;

/** A value of a model, and another one within it. */
interface Nested {
  readonly body: JsonValue;
  readonly outer: string;
  /** From the outer one, as a JSON pointer. */
  readonly step: string;
}

/** Where a value of a model stands, and the model's name. */
interface ModelPlace {
  readonly pointer: string;
  readonly name: string;
}

const modelPlacesIn = (model: Model, body: JsonValue): ModelPlace[] =>
  placesIn(model, body).flatMap(({ pointer, schema }) =>
    schema.kind === 'reference' ? [{ pointer, name: schema.name }] : [],
  );

/** The names of the models that a schema refers to. */
const referredBy = (schema: Schema): string[] =>
  schemasIn(schema).flatMap((inner) => (inner.schema.kind === 'reference' ? [inner.schema.name] : []));

/** Whether some model comes back to itself: round by round those that refer to none of the others are left out. */
function isRecursive(definitions: Definitions): boolean {
  let left = new Map(Object.entries(definitions).map(([name, schema]) => [name, referredBy(schema)]));
  for (;;) {
    const here = left;
    const next = new Map([...here].filter(([, names]) => names.some((name) => here.has(name))));
    if (next.size === here.size) return next.size > 0;
    left = next;
  }
}

const stepOf = ({ pointer, name }: ModelPlace, outer: ModelPlace): string | undefined =>
  name === outer.name && pointer.startsWith(`${outer.pointer}/`) ? pointer.slice(outer.pointer.length) : undefined;

const lengthOf = (step: string): number => fromPointer(step).length;

/** The nearest pair in a body; `undefined` where no model is within itself. */
function nestedIn(body: JsonValue, places: readonly ModelPlace[]): Nested | undefined {
  const pairs = places.flatMap((outer) =>
    places.flatMap((inner): Nested[] => {
      const step = stepOf(inner, outer);
      return step === undefined ? [] : [{ body, outer: outer.pointer, step }];
    }),
  );
  return pairs.sort((left, right) => lengthOf(left.step) - lengthOf(right.step))[0];
}

/** The body with the outer value within itself, again and again, and the inner one at the bottom. */
function deepened({ body, outer, step }: Nested): JsonValue {
  const unit = valueAt(body, outer) as JsonValue;
  let inside = valueAt(unit, step) as JsonValue;
  for (let depth = lengthOf(outer || '/'); depth < DEPTH; depth += lengthOf(step))
    inside = replaceAt(unit, step, inside);
  return replaceAt(body, outer, inside);
}

/** What no JSON text has: a place to be filled. */
const GAP = '\u0000';

/** The text of a value around what stands at a place of it. */
const around = (value: JsonValue, pointer: string): string[] =>
  stringifyJson(replaceAt(value, pointer, new RawJson(GAP))).split(GAP);

/** The same far deeper, as text: a value of that depth is none that can be gone through. */
function fathomless({ body, outer, step }: Nested): string {
  const unit = valueAt(body, outer) as JsonValue;
  const times = Math.ceil(TOO_DEEP / lengthOf(step));
  const [[start = '', end = ''], [head = '', tail = '']] = [around(body, outer), around(unit, step)];
  const inside = stringifyJson(valueAt(unit, step) as JsonValue);
  return start + head.repeat(times) + inside + tail.repeat(times) + end;
}

/** Bodies in which a model lies within itself. */
export interface DeepBodies {
  /** As deep as common parsers read; it is valid. */
  readonly deep: string;
  /** Deeper than any answer is. */
  readonly tooDeep: string;
}

/**
 * Bodies in which a model lies within itself; `undefined` where the model does not come back to itself, or may not so
 * often. They are made of the shortest of these bodies in which it does.
 */
export function deepBodies(
  model: Model,
  bodies: readonly string[],
  isAllowed: (body: string) => boolean,
): DeepBodies | undefined {
  if (!isRecursive(model.definitions)) return undefined;
  const found: Nested[] = [];
  for (const text of [...bodies].sort((left, right) => left.length - right.length)) {
    const body = parseJson(text);
    const nested = nestedIn(body, modelPlacesIn(model, body));
    if (nested !== undefined) found.push(nested);
    if (found.length === TRIED) break;
  }
  return found
    .map((nested) => ({ deep: stringifyJson(deepened(nested)), tooDeep: fathomless(nested) }))
    .find(({ deep }) => isAllowed(deep));
}
