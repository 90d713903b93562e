import type { JsonSchema } from '../json-schema';
import { DEFINITIONS, type SchemaModels } from './parts';

/** The words that let a member go one way only. */
export type Flag = 'readOnly' | 'writeOnly';

const isNull = (schema: JsonSchema | boolean): boolean => typeof schema === 'object' && schema.type === 'null';

/** Finds `readOnly` and `writeOnly` wherever they stand; each schema is looked at once. */
export class Flags {
  private readonly known: Readonly<Record<Flag, Map<JsonSchema, boolean>>> = {
    readOnly: new Map(),
    writeOnly: new Map(),
  };

  constructor(private readonly models: SchemaModels) {}

  /**
   * Whether a schema is flagged: by itself, beside or behind a reference, in an `allOf`, in each alternative but null. Of
   * several values `true` counts (JSON Schema 2020-12 Validation, section 9.4).
   */
  has(schema: JsonSchema | boolean, flag: Flag): boolean {
    if (typeof schema === 'boolean') return false;
    const known = this.known[flag].get(schema);
    if (known !== undefined) return known;
    // A model that leads back to itself adds nothing.
    this.known[flag].set(schema, false);
    const found = this.search(schema, flag);
    this.known[flag].set(schema, found);
    return found;
  }

  private search(schema: JsonSchema, flag: Flag): boolean {
    const alternatives = (schema.oneOf ?? schema.anyOf ?? []).filter((branch) => !isNull(branch));
    return (
      schema[flag] === true ||
      [...this.referred(schema), ...(schema.allOf ?? [])].some((part) => this.has(part, flag)) ||
      (alternatives.length > 0 && alternatives.every((branch) => this.has(branch, flag)))
    );
  }

  /** The model that a reference names; nothing where it is not there, which is said elsewhere. */
  private referred({ $ref }: JsonSchema): JsonSchema[] {
    const name = $ref?.startsWith(DEFINITIONS) ? $ref.slice(DEFINITIONS.length) : undefined;
    const model = name !== undefined && Object.hasOwn(this.models, name) ? this.models[name] : undefined;
    return model === undefined ? [] : [model];
  }
}
