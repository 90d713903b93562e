import { ContractError, unlessRefused } from '../contract-error';
import type { JsonSchema } from '../json-schema';
import type { Schema } from '../schema';
import { annotationsOf } from './annotations';
import { limiting, NOTHING, type Part, partsOf, type SchemaModels } from './parts';

/** Whether a part is more than what it is composed of. */
const saysMore = ({ json }: Part): boolean =>
  Object.keys(json).some((keyword) => keyword !== '$ref' && keyword !== 'allOf');

/** A merge on the way, and the name it gets where it occurs within itself. */
interface Open {
  name: string | undefined;
}

/** Remembers what was merged of which parts, so that recursion ends and nothing is merged twice. */
export class Merges {
  private readonly ids = new Map<JsonSchema, number>();
  private readonly open = new Map<string, Open>();
  private readonly done = new Map<string, Schema>();
  private readonly definitions = new Map<string, Schema>();
  private modelsByKey: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly models: SchemaModels,
    private readonly most: number,
  ) {}

  /** The merges that refer to themselves, by the names that the references have. */
  named(): [string, Schema][] {
    return [...this.definitions];
  }

  /** The schema of parts: a reference where they are just a model, or where they are being merged already. */
  once(parts: readonly Part[], make: () => Schema): Schema {
    if (parts.some(({ json }) => json === NOTHING)) return make();
    const model = this.modelOf(parts);
    if (model !== undefined) return { kind: 'reference', name: model, ...annotationsOf(parts) };
    if (limiting(parts).length < 2) return make();
    const key = this.keyOf(parts.filter(saysMore));
    const known = this.done.get(key);
    if (known !== undefined) return known;
    const open = this.open.get(key);
    if (open === undefined) return this.merge(key, parts, make);
    open.name ??= this.freeName();
    return { kind: 'reference', name: open.name };
  }

  private merge(key: string, parts: readonly Part[], make: () => Schema): Schema {
    if (this.done.size >= this.most)
      throw new ContractError(`more than ${this.most} combinations of alternatives are not supported`, {
        where: (parts[0] as Part).where,
        next: 'Write fewer alternatives side by side.',
      });
    const merge: Open = { name: undefined };
    this.open.set(key, merge);
    const schema = make();
    this.open.delete(key);
    if (merge.name !== undefined) this.definitions.set(merge.name, schema);
    const result: Schema = merge.name === undefined ? schema : { kind: 'reference', name: merge.name };
    this.done.set(key, result);
    return result;
  }

  private freeName(): string {
    let count = 1;
    const taken = (name: string): boolean =>
      Object.hasOwn(this.models, name) ||
      this.definitions.has(name) ||
      [...this.open.values()].some((open) => open.name === name);
    while (taken(`Merged${count}`)) count += 1;
    return `Merged${count}`;
  }

  private modelOf(parts: readonly Part[]): string | undefined {
    const limits = limiting(parts);
    if (limits.length === 0) return undefined;
    this.modelsByKey ??= this.keysOfModels();
    return this.modelsByKey.get(this.keyOf(limits));
  }

  /** Of models that allow the same, the one that is written with the fewest parts. */
  private keysOfModels(): Map<string, string> {
    const models = Object.entries(this.models).flatMap(([name, json]) => {
      const parts = this.partsIfDefined(name, json);
      return parts === undefined ? [] : [{ name, count: parts.length, limits: limiting(parts) }];
    });
    const fewestLast = models.reverse().sort((left, right) => right.count - left.count);
    return new Map(
      fewestLast.filter(({ limits }) => limits.length > 0).map(({ name, limits }) => [this.keyOf(limits), name]),
    );
  }

  /** What is wrong with a model is said where it is used. */
  private partsIfDefined(name: string, json: JsonSchema): Part[] | undefined {
    return unlessRefused<Part[] | undefined>(
      () => partsOf(json, `/models/${name}`, this.models),
      () => undefined,
    );
  }

  private keyOf(parts: readonly Part[]): string {
    const ids = parts.map(({ json, spread }) => {
      const id = this.ids.get(json) ?? this.ids.size;
      this.ids.set(json, id);
      return [id, ...spread].join(' ');
    });
    return ids.sort().join(',');
  }
}
