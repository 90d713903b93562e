import { fromPointer, isJsonObject, toPointer, unlessRefused } from '../../contract';
import type { Library } from './library';
import { type Place, placeAt, placesIn } from './place';

const keyOf = ({ file, pointer }: Place): string => `${file}#${pointer}`;

/** The models of a document that extend others by `allOf`, found by those that they extend. */
export class Heirs {
  private readonly sections = new Map<string, ReadonlyMap<string, readonly Place[]>>();

  constructor(private readonly library: Library) {}

  /** The models beside a model that extend it, and those that extend them. */
  of(place: Place): readonly Place[] {
    const found = new Map<string, Place>();
    const queue = [place];
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      for (const heir of this.direct(next)) {
        if (found.has(keyOf(heir)) || keyOf(heir) === keyOf(place)) continue;
        found.set(keyOf(heir), heir);
        queue.push(heir);
      }
    return [...found.values()];
  }

  private direct(place: Place): readonly Place[] {
    const section = toPointer(fromPointer(place.pointer).slice(0, -1));
    const key = `${place.file}#${section}`;
    const known = this.sections.get(key) ?? this.readSection({ ...place, pointer: section, value: null });
    this.sections.set(key, known);
    return known.get(keyOf(place)) ?? [];
  }

  private readSection({ file, pointer }: Place): ReadonlyMap<string, readonly Place[]> {
    const heirs = new Map<string, readonly Place[]>();
    for (const [, model] of placesIn(this.library.at(file, pointer)))
      for (const [, part] of placesIn(placeAt(model, 'allOf'))) {
        const parent = this.targetOf(part);
        if (parent !== undefined) heirs.set(keyOf(parent), [...(heirs.get(keyOf(parent)) ?? []), model]);
      }
    return heirs;
  }

  private targetOf(part: Place): Place | undefined {
    const reference = isJsonObject(part.value) ? part.value['$ref'] : undefined;
    if (typeof reference !== 'string') return undefined;
    return unlessRefused<Place | undefined>(
      () => this.library.target(reference, part),
      () => undefined,
    );
  }
}
