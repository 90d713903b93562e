import { afterEach, fits, type Interpreter, interpret, type Model, resolve } from '../../contract';
import { compareAny } from './any';
import { type Comparer, comparing, lazily } from './comparer';
import { nothingMayStand, oneDefault } from './defaults';
import { type Compare, differs } from './difference';
import { lists } from './lists';
import { maps } from './maps';
import { namesOf } from './members';
import { compareFloat, compareInteger, compareNumber } from './numbers';
import { type ObjectComparer, objects } from './objects';
import { listOfPage, orList } from './page';
import { compareText, texts } from './texts';
import { orAny, unions } from './unions';

const compareNull: Compare = (wire, got) =>
  wire === null && (got === null || got === undefined) ? undefined : differs('wrong-value', wire, got);

/** What a parser says of how it holds what it has read. */
export interface Manners {
  /** It gives defaults for what is absent: at one place always the same one. */
  readonly givesDefaults?: boolean | undefined;
}

/** A value of an enum; a text of it may be held as any text. */
const compareListed: Compare = (wire, got) =>
  typeof wire === 'string' ? compareText(wire, got) : compareAny(wire, got);

const comparers = (
  model: Model,
  { givesDefaults = false }: Manners,
  byName: Map<string, Comparer>,
): Interpreter<Comparer> => ({
  string: texts,
  integer: () => comparing(compareInteger),
  number: ({ format }) => comparing(format === 'float' ? compareFloat : compareNumber),
  boolean: () => comparing(compareAny),
  null: () => comparing(compareNull),
  enum: () => comparing(compareListed),
  any: () => comparing(compareAny),
  array: (schema, recur) => lists(recur(schema.items)),
  map: (schema, recur) => maps(recur(schema.values)),
  object: (schema, recur) =>
    objects(
      schema.properties.map((property) => ({
        name: property.name,
        names: namesOf(property),
        comparer: recur(property.schema),
        mayStand: givesDefaults ? oneDefault() : nothingMayStand,
      })),
    ),
  union: (schema, recur) =>
    unions(
      schema.branches.map((branch) => ({
        isOf: (wire) => fits(branch, model.definitions, wire),
        comparer: recur(branch),
      })),
    ),
  reference: (schema, recur) => {
    const known = byName.get(schema.name);
    if (known !== undefined) return known;
    let made: Comparer | undefined;
    byName.set(
      schema.name,
      lazily(() => made as Comparer),
    );
    made = recur(resolve(schema, model.definitions));
    byName.set(schema.name, made);
    return made;
  },
});

/**
 * Compiles the comparison of a body with what a parser made of it. Names may be documented ones or those of the wire;
 * moments, integers, maps and sets may be held by types of their own. Of a body that is an object of declared members,
 * some of them can be compared alone. Of a page, the list alone may be given.
 */
export function comparerOf(model: Model, manners: Manners = {}): Comparer & Partial<ObjectComparer> {
  const whole: Comparer & Partial<ObjectComparer> = compiled(model, manners);
  const page = listOfPage(model);
  const list = page === undefined ? undefined : whole.members?.find(({ name }) => name === page)?.comparer;
  return page === undefined || list === undefined ? whole : { ...whole, compare: orList(whole, page, list) };
}

const compiled = (model: Model, manners: Manners): Comparer & Partial<ObjectComparer> =>
  interpret(
    afterEach(comparers(model, manners, new Map()), (schema, comparer) =>
      schema.openType === true ? orAny(comparer) : comparer,
    ),
    model.schema,
  );
