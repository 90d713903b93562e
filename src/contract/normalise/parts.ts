import { ContractError } from '../contract-error';
import type { JsonSchema } from '../json-schema';
import { type Spellings, spelledOut } from './spelled-out';

/** Models by the name that references use. */
export type SchemaModels = Readonly<Record<string, JsonSchema>>;

/** The keywords whose alternatives are spread over all that stands beside them. */
export type Alternatives = 'oneOf' | 'anyOf';

/** One of the schemas that all must hold: a schema without its `$ref` and `allOf`, which are parts of their own. */
export interface Part {
  readonly json: JsonSchema;
  /** The place that messages name. */
  readonly where: string;
  /** Alternatives that were spread already. */
  readonly spread: readonly Alternatives[];
  /** Its prose is told elsewhere. */
  readonly silent: boolean;
}

/** What references to models begin with. */
export const DEFINITIONS = '#/$defs/';

/** What no value fits. */
export const NOTHING: JsonSchema = { enum: [] };

/** The model that a reference names. @throws ContractError where it leads out of the contract. */
export function modelName(ref: string, where: string): string {
  if (ref.startsWith(DEFINITIONS)) return ref.slice(DEFINITIONS.length);
  throw new ContractError(`the reference ${ref} is not supported`, {
    where,
    next: `Refer to a model of the contract: ${DEFINITIONS}NAME.`,
  });
}

const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'deprecated',
  'examples',
  'default',
  'readOnly',
  'writeOnly',
]);

/** Whether a keyword says nothing about which values are allowed. */
const isAnnotation = (keyword: string): boolean => ANNOTATIONS.has(keyword);

const isPart = ({ json, spread }: Part): boolean =>
  Object.keys(json).some(
    (keyword) =>
      !isAnnotation(keyword) &&
      !['$ref', 'allOf', 'discriminator'].includes(keyword) &&
      !spread.includes(keyword as Alternatives),
  );

/** The parts that limit what is allowed. */
export const limiting = (parts: readonly Part[]): Part[] => parts.filter(isPart);

const spellingsAmong = new WeakMap<SchemaModels, Spellings>();

/**
 * A schema as the parts that all must hold: itself, then those of its `allOf`, then what it refers to. What several
 * ways lead to counts once.
 * @throws ContractError for a model that is not there, or that consists only of itself.
 */
export function partsOf(json: JsonSchema | boolean, where: string, models: SchemaModels): Part[] {
  const found = new Map<JsonSchema, Part>();
  const spellings = spellingsAmong.get(models) ?? new WeakMap();
  spellingsAmong.set(models, spellings);
  const visit = (inner: JsonSchema | boolean, place: string, entered: readonly JsonSchema[]): void => {
    if (inner === true || (inner !== false && found.has(inner))) return;
    const written = inner === false ? NOTHING : inner;
    const within = [...entered, written];
    const own = spelledOut(written, (part) => partsOf(part, place, models).map(({ json }) => json), spellings);
    found.set(written, { json: own, where: place, spread: [], silent: false });
    for (const [index, part] of (own.allOf ?? []).entries()) visit(part, `${place}/allOf/${index}`, within);
    if (own.$ref === undefined) return;
    const name = modelName(own.$ref, place);
    const target = Object.hasOwn(models, name) ? models[name] : undefined;
    if (target === undefined)
      throw new ContractError(`the model ${name} is not defined`, { where: place, next: 'Add it to the models.' });
    if (within.includes(target)) throw new ContractError(`the model ${name} only refers to itself`, { where: place });
    visit(target, `/models/${name}`, within);
  };
  visit(json, where, []);
  return [...found.values()];
}

/** Each schema once; of one whose alternatives are spread in one place and not in another, the latter counts. */
export function withoutTwins(parts: readonly Part[]): Part[] {
  const found = new Map<JsonSchema, Part>();
  for (const part of parts) {
    const twin = found.get(part.json);
    const spread = twin === undefined ? part.spread : part.spread.filter((keyword) => twin.spread.includes(keyword));
    found.set(part.json, { ...(twin ?? part), spread, silent: part.silent && (twin?.silent ?? true) });
  }
  return [...found.values()];
}

/** Whether a schema is a reference, and says no more than prose beside it. */
export const isReference = (json: JsonSchema): boolean =>
  json.$ref !== undefined && Object.keys(json).every((keyword) => keyword === '$ref' || isAnnotation(keyword));

/** The values that the parts have for a keyword, in their order. */
export const valuesOf = <K extends keyof JsonSchema>(
  parts: readonly Part[],
  keyword: K,
): Exclude<JsonSchema[K], undefined>[] =>
  parts.flatMap(({ json }) => {
    const value = json[keyword];
    return value === undefined ? [] : [value as Exclude<JsonSchema[K], undefined>];
  });
