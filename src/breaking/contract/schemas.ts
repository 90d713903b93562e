import {
  type Contract,
  type Definitions,
  type Direction,
  type JsonValue,
  LeastSizes,
  type Model,
  modelCompared,
  resolve,
  type Schema,
} from '../../contract';
import type { SchemaChange } from '../rules';
import { comparerOf } from '../schema/compare';
import type { Inside, Side } from '../schema/inside';
import { choicesOf } from './choices';
import { mayChoose, sameSchemas } from './same-schemas';

/** Whether a value is allowed by a model. */
export type Accepts = (model: Model, value: JsonValue) => boolean;

/** Two schemas compared, and both as models that go one way. */
export interface ComparedSchemas {
  readonly changes: readonly SchemaChange[];
  /** Whether both say the same in the same words. */
  readonly isSame: boolean;
  /** Whether a union of which a value may be of one branch only is another one than before. */
  readonly hasOtherChoices: boolean;
  readonly models: { readonly before: Model; readonly after: Model };
  /** Whether values go as bare text, as parameters and headers do: `5` is a text and a number. */
  readonly isText: boolean;
}

/** Compares schemas of two contracts, as they go one way; where nothing is said, any value goes. */
export interface CompareSchemas {
  (
    before: Schema | undefined,
    after: Schema | undefined,
    options?: { readonly isText: boolean },
  ): ComparedSchemas | undefined;
  readonly before: Definitions;
  readonly after: Definitions;
}

/** Whether the unions of which a value may be of one branch only are not the same ones, at the same places. */
function otherChoices(
  { before, after }: ComparedSchemas['models'],
  areSame: (old: Schema, now: Schema) => boolean,
): boolean {
  if (!mayChoose(before) && !mayChoose(after)) return false;
  const [old, now] = [choicesOf(before), choicesOf(after)];
  return (
    old.length !== now.length ||
    old.some((choice, index) => choice.pointer !== now[index]?.pointer || !areSame(choice.schema, now[index].schema))
  );
}

/** The same answer again for the same schema. */
function remembering(answer: (schema: Schema) => boolean): (schema: Schema) => boolean {
  const known = new WeakMap<Schema, boolean>();
  return (schema) => {
    const found = known.get(schema) ?? answer(schema);
    known.set(schema, found);
    return found;
  };
}

const sideOf = (definitions: Definitions, sizes: LeastSizes, accepts: Accepts): Side => ({
  resolve: (schema) => resolve(schema, definitions),
  allows: (schema, value) => accepts({ schema, definitions }, value),
  alternatives: new WeakMap(),
  isPossible: remembering((schema) => !sizes.fitsNothing(schema)),
});

const ANY: Schema = { kind: 'any' };

/** The comparison of schemas that two contracts have in one direction. */
export function schemaComparer(
  before: Contract,
  after: Contract,
  direction: Direction,
  accepts: Accepts,
): CompareSchemas {
  const modelOf = (schema: Schema, { definitions }: Contract): Model =>
    modelCompared({ schema, definitions }, direction);
  const [old, now] = [before, after].map((contract) => modelOf(ANY, contract).definitions) as [
    Definitions,
    Definitions,
  ];
  const areSame = sameSchemas(old, now);
  const sides = [old, now].map((all) => sideOf(all, new LeastSizes(all), accepts)) as [Side, Side];
  const compared = (isText: boolean): Inside['compare'] => comparerOf(sides[0], sides[1], { isText });
  const [asJson, asText] = [compared(false), compared(true)];
  const compare = (left: Schema | undefined, right: Schema | undefined, { isText } = { isText: false }) => {
    if (left === undefined && right === undefined) return undefined;
    const models = { before: modelOf(left ?? ANY, before), after: modelOf(right ?? ANY, after) };
    const isSame = areSame(models.before.schema, models.after.schema);
    const changes = isSame ? [] : (isText ? asText : asJson)(models.before.schema, models.after.schema);
    return { changes, isSame, hasOtherChoices: !isSame && otherChoices(models, areSame), models, isText };
  };
  return Object.assign(compare, { before: old, after: now });
}
