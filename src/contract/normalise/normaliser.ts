import { ContractError } from '../contract-error';
import type { JsonSchema, JsonType } from '../json-schema';
import type { Definitions, Schema } from '../schema';
import { annotationsOf } from './annotations';
import { arrayOf, objectOf } from './composites';
import { enumOf, isListed } from './enums';
import { type Flag, Flags } from './flags';
import { isNever, type Lowering, NEVER, type Piece } from './lowering';
import { Merges } from './merges';
import { isReference, modelName, type Part, partsOf, type SchemaModels, withoutTwins } from './parts';
import { numericOf, stringOf } from './scalars';
import { ALL_TYPES, commonTypes, spokenOf } from './types';
import { firstChoice, unionOf } from './unions';

/** Nested more levels than this, a schema is no contract but an attack. */
const DEEPEST = 200;

/** So many merges are an attack too: alternatives spread over alternatives multiply. */
const MOST_MERGES = 5_000;

type OfType = (parts: readonly Part[], lowering: Lowering) => Schema;

/** One entry per JSON type. */
const TYPES: { readonly [T in JsonType]: OfType } = {
  string: (parts) => stringOf(parts),
  integer: (parts) => ({ kind: 'integer', ...numericOf(parts) }),
  number: (parts) => ({ kind: 'number', ...numericOf(parts) }),
  boolean: (parts) => ({ kind: 'boolean', ...annotationsOf(parts) }),
  null: (parts) => ({ kind: 'null', ...annotationsOf(parts) }),
  array: arrayOf,
  object: objectOf,
};

const silent = (parts: readonly Part[]): Part[] => parts.map((part) => ({ ...part, silent: true }));

/**
 * Brings JSON Schemas into the closed set of kinds. What `allOf`, siblings of a reference and alternatives say
 * together is merged into one schema; where such a merge occurs within itself, it becomes a definition of its own.
 */
export class Normaliser implements Lowering {
  private readonly merges: Merges;
  private readonly flags: Flags;
  private depth = 0;

  constructor(private readonly models: SchemaModels) {
    this.merges = new Merges(models, MOST_MERGES);
    this.flags = new Flags(models);
  }

  /** The models, and the merges that refer to themselves. */
  definitions(): Definitions {
    const models = Object.keys(this.models).map((name): [string, Schema] => [name, this.definition(name)]);
    return Object.fromEntries([...models, ...this.merges.named()]);
  }

  /** The schema of one model. @throws ContractError as of {@link schema}. */
  definition(name: string): Schema {
    const json = this.models[name] as JsonSchema;
    const where = `/models/${name}`;
    if (isReference(json)) return this.schema(json, where);
    return this.ofKind(this.partsOf({ json, where }));
  }

  /**
   * A schema of the closed set.
   * @param where the pointer of the schema in its document, for messages.
   * @throws ContractError for what the set cannot express, with its place.
   */
  schema(json: JsonSchema | boolean, where: string): Schema {
    if (json === true) return { kind: 'any' };
    if (json === false) return NEVER;
    if (!isReference(json)) return this.lower(this.partsOf({ json, where }));
    const parts = [{ json, where, spread: [], silent: false }];
    return { kind: 'reference', name: modelName(json.$ref as string, where), ...annotationsOf(parts) };
  }

  together(pieces: readonly Piece[]): Schema {
    const said = pieces.filter(({ json }) => json !== true);
    const [first] = said;
    if (first === undefined) return { kind: 'any' };
    return said.length === 1
      ? this.schema(first.json, first.where)
      : this.lower(said.flatMap((piece) => this.partsOf(piece)));
  }

  partsOf({ json, where }: Piece): Part[] {
    return partsOf(json, where, this.models);
  }

  isFlagged(schema: JsonSchema | boolean, flag: Flag): boolean {
    return this.flags.has(schema, flag);
  }

  lower(all: readonly Part[]): Schema {
    const parts = withoutTwins(all);
    return this.merges.once(parts, () => this.ofKind(parts));
  }

  private ofKind(parts: readonly Part[]): Schema {
    if (this.depth >= DEEPEST)
      throw new ContractError(`the schema is nested more than ${DEEPEST} levels deep`, {
        where: (parts[0] as Part).where.slice(0, 200),
      });
    this.depth += 1;
    try {
      return this.plain(parts);
    } finally {
      this.depth -= 1;
    }
  }

  private plain(parts: readonly Part[]): Schema {
    const choice = firstChoice(parts);
    if (choice !== undefined) return unionOf(parts, choice, this);
    if (isListed(parts)) return enumOf(parts);
    const types = commonTypes(parts);
    return types === undefined ? this.untyped(parts) : this.ofTypes(parts, types);
  }

  private ofTypes(parts: readonly Part[], types: readonly JsonType[]): Schema {
    const [first, ...others] = types;
    if (first === undefined) return NEVER;
    if (others.length === 0) return TYPES[first](parts, this);
    const branches = types.map((type) => TYPES[type](silent(parts), this)).filter((branch) => !isNever(branch));
    return { kind: 'union', mode: 'any', branches, ...annotationsOf(parts) };
  }

  /** Keywords limit only values of their own type: where they speak of one type, other values stay open. */
  private untyped(parts: readonly Part[]): Schema {
    const [type, ...others] = spokenOf(parts);
    if (type === undefined) return { kind: 'any', ...annotationsOf(parts) };
    const schema = TYPES[type](parts, this);
    return others.length > 0 || isNever(schema) ? this.ofTypes(parts, ALL_TYPES) : { ...schema, openType: true };
  }
}
