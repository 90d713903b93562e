import { fromPointer, type JsonSchema } from '../../contract';
import type { Models } from '../print-module';
import { Heirs } from './heirs';
import { type Library, stemOf } from './library';
import type { Families, Heir } from './named-heirs';
import type { Notes } from './notes';
import type { Place } from './place';
import { convertSchema } from './schema/convert';
import type { Reading, Version } from './schema/reading';

/** A family of more models is no choice that anybody can see through, and takes long. */
const MOST_HEIRS = 40;

const SECTIONS = ['schemas', 'definitions', '$defs'];

/** A readable name for the schema at a place: its own, else that of its file, else its way there. */
function plainName({ file, pointer }: Place): string {
  const segments = fromPointer(pointer);
  const section = segments.findLastIndex((segment) => SECTIONS.includes(segment));
  const own = section >= 0 ? segments.slice(section + 1) : segments;
  const readable = own.filter((segment) => segment !== 'properties' && segment !== 'content').slice(-4);
  const name = (readable.length === 0 ? stemOf(file) : readable.join('_')).replace(/[^\p{L}\p{N}_.-]+/gu, '_');
  return name === '' ? 'Model' : name;
}

/** The schemas that references lead to, as models: each is read once, and only where something refers to it. */
export class ModelShelf {
  private readonly names = new Map<string, string>();
  private readonly places = new Map<string, Place>();
  private readonly queue: { readonly name: string; readonly place: Place }[] = [];
  private readonly read = new Map<string, JsonSchema>();
  private readonly heirs: Heirs;
  private readonly found: { readonly root: Heir; readonly heirs: readonly Heir[] }[] = [];

  constructor(
    private readonly library: Library,
    private readonly version: Version,
    private readonly notes: Notes,
    /** Whether all of the document is read, for a comparison. */
    readonly isWhole: boolean,
  ) {
    this.heirs = new Heirs(library);
  }

  /** How to read a schema that belongs to a model, or to a part of an operation. */
  reading(model: string): Reading {
    const { library, version, notes, isWhole } = this;
    return { library, version, notes, isWhole, model, nameOf: (place) => this.nameOf(place) };
  }

  /** The models read so far, and all that they refer to. */
  models(): Models {
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) {
      const schema = convertSchema(next.place, this.reading(next.name));
      this.read.set(next.name, typeof schema === 'boolean' ? (schema ? {} : { enum: [] }) : schema);
      if (typeof schema === 'object') this.findHeirs(schema, next.place);
    }
    return Object.fromEntries(this.read);
  }

  /** Models whose discriminator names one of those that extend them. Known once all models are read. */
  get families(): Families {
    return this.found;
  }

  /** Finds the models that extend one with a discriminator and no alternatives of its own: an answer may be any of them. */
  private findHeirs({ discriminator, oneOf, anyOf }: JsonSchema, place: Place): void {
    if (discriminator === undefined || oneOf !== undefined || anyOf !== undefined) return;
    const heirs = this.heirs.of(place);
    if (heirs.length === 0) return;
    if (heirs.length > MOST_HEIRS) {
      this.notes.warn(place, `${heirs.length} models extend it: an answer is judged by what they have in common`);
      return;
    }
    const heirOf = (one: Place): Heir => ({ model: this.nameOf(one), name: fromPointer(one.pointer).at(-1) ?? '' });
    this.found.push({ root: heirOf(place), heirs: heirs.map(heirOf) });
  }

  /** Where a model stands. */
  placeOf(name: string): Place | undefined {
    return this.places.get(name);
  }

  private nameOf(place: Place): string {
    const key = `${place.file}#${place.pointer}`;
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = this.freeName(plainName(place));
    this.names.set(key, name);
    this.places.set(name, place);
    this.queue.push({ name, place });
    return name;
  }

  private freeName(name: string): string {
    let free = name;
    for (let count = 2; this.places.has(free); count += 1) free = `${name}_${count}`;
    return free;
  }
}

const direct = new WeakMap<object, readonly string[]>();

/** The names that a schema itself refers to; found once for each schema. */
function referredBy(schema: JsonSchema): readonly string[] {
  const known = direct.get(schema);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const queue: unknown[] = [schema];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { $ref } = next as { $ref?: unknown };
    if (typeof $ref === 'string') names.add($ref.replace('#/$defs/', ''));
    queue.push(...Object.values(next as object).filter((inner) => typeof inner === 'object' && inner !== null));
  }
  direct.set(schema, [...names]);
  return [...names];
}

/** The models that a schema refers to, over however many others. */
export function reachable(schema: JsonSchema | undefined, models: Models): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = schema === undefined ? [] : [schema];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const name of referredBy(next)) {
      const model = found.has(name) || !Object.hasOwn(models, name) ? undefined : models[name];
      if (model === undefined) continue;
      found.add(name);
      queue.push(model);
    }
  return found;
}
