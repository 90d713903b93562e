import { afterEach, type Definitions, type Interpreter, interpret, type Schema, type SchemaOf } from './schema';

/** The smallest value of a schema: of how many values it consists, and how many of them lie inside one another. */
interface Size {
  readonly values: number;
  readonly depth: number;
}

/** A text counts as one more value for each so many characters. */
const CHARACTERS = 100;
/** Bodies that cannot be smaller are beyond what cases can be made of, by hundreds for each field. */
const MOST_VALUES = 10_000;
const MOST_DEPTH = 150;

const ONE: Size = { values: 1, depth: 1 };

const around = (parts: readonly (Size | undefined)[]): Size | undefined => {
  if (parts.includes(undefined)) return undefined;
  const known = parts as readonly Size[];
  return {
    values: known.reduce((sum, { values }) => sum + values, 1),
    depth: known.reduce((most, { depth }) => Math.max(most, depth), 0) + 1,
  };
};

/** So many of one size. */
const times = (count: number, size: Size | undefined): Size | undefined =>
  count <= 0 ? { values: 0, depth: 0 } : size && { values: count * size.values, depth: size.depth };

const smallest = (sizes: readonly (Size | undefined)[]): Size | undefined =>
  sizes.filter((size) => size !== undefined).sort((left, right) => left.values - right.values)[0];

/** Whether nothing is between two limits; where no type is given, values of other types keep them all. */
const isEmpty = ({ openType = false }: { openType?: boolean }, least = -Infinity, most = Infinity): boolean =>
  least > most && !openType;

const ofNumber = (schema: SchemaOf<'integer' | 'number'>): Size | undefined => {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum, exclusiveMaximum } = schema;
  const [least, most] = [
    Math.max(minimum, exclusiveMinimum ?? -Infinity),
    Math.min(maximum, exclusiveMaximum ?? Infinity),
  ];
  return isEmpty(schema, least, most) ? undefined : ONE;
};

/** @param known the sizes of models; one that is being looked for is there without a size, as what is inexact is. */
const measurer = (known: ReadonlyMap<string, Size | undefined>): Interpreter<Size | undefined> =>
  afterEach(sizesOf(known), ({ inexact }, size) => (inexact === undefined ? size : undefined));

const sizesOf = (known: ReadonlyMap<string, Size | undefined>): Interpreter<Size | undefined> => ({
  string: ({ minLength = 0, maxLength, ...schema }) =>
    isEmpty(schema, minLength, maxLength) ? undefined : { values: 1 + Math.floor(minLength / CHARACTERS), depth: 1 },
  integer: ofNumber,
  number: ofNumber,
  boolean: () => ONE,
  null: () => ONE,
  enum: ({ values }) => (values.length === 0 ? undefined : ONE),
  any: () => ONE,
  array: ({ items, minItems = 0, maxItems, ...schema }, recur) =>
    isEmpty(schema, minItems, maxItems) ? undefined : around([times(minItems, recur(items))]),
  map: ({ values, minProperties = 0, maxProperties, ...schema }, recur) =>
    isEmpty(schema, minProperties, maxProperties) ? undefined : around([times(minProperties, recur(values))]),
  object: ({ properties, minProperties = 0, maxProperties, ...schema }, recur) => {
    if (isEmpty(schema, minProperties, maxProperties)) return undefined;
    const sizes = properties.map(({ schema, required }) => ({ size: recur(schema), required }));
    const required = sizes.filter((property) => property.required).map(({ size }) => size);
    return around([...required, times(minProperties - required.length, ONE)]);
  },
  union: ({ branches }, recur) => smallest(branches.map(recur)),
  // A merge that was named since is of a moderate size: what it is made of was measured.
  reference: ({ name }) => (known.has(name) ? known.get(name) : ONE),
});

/** How small the values of schemas can be: what has none of a moderate size is told before anything is made of it. */
export class LeastSizes {
  private readonly known = new Map<string, Size | undefined>();

  /** @param definitions the models that the schemas refer to. */
  constructor(definitions: Definitions) {
    // Round by round, since chains of models may be longer than the stack: what is left refers to itself, or is too deep.
    let left = Object.entries(definitions);
    for (const [name] of left) this.known.set(name, undefined);
    for (let round = 0; round <= MOST_DEPTH && left.length > 0; round += 1) {
      const before = left.length;
      left = left.filter(([name, schema]) => !this.learn(name, schema));
      if (left.length === before) return;
    }
    for (const [name] of left) this.known.set(name, { values: 1, depth: Infinity });
  }

  private learn(name: string, schema: Schema): boolean {
    const size = this.of(schema);
    if (size !== undefined) this.known.set(name, size);
    return size !== undefined;
  }

  private of(schema: Schema): Size | undefined {
    return interpret(measurer(this.known), schema);
  }

  /** Whether no finite value fits: limits contradict each other, or what it requires requires it again. */
  fitsNothing(schema: Schema): boolean {
    return this.of(schema) === undefined;
  }

  /** Why nothing can be made of a schema, or of one inside it, in a sentence; `undefined` where values may be small. */
  problemOf(schema: Schema): string | undefined {
    let [values, depth] = [0, 0];
    const measuring = afterEach(measurer(this.known), (_inner, size) => {
      values = Math.max(values, size?.values ?? 0);
      depth = Math.max(depth, size?.depth ?? 0);
      return size;
    });
    interpret(measuring, schema);
    if (depth > MOST_DEPTH) return `its values are more than ${MOST_DEPTH} levels deep, which is not supported`;
    if (values <= MOST_VALUES) return undefined;
    return `the smallest value has ${values} parts (by minLength, minItems, minProperties and required): no more than ${MOST_VALUES} are supported`;
  }
}
