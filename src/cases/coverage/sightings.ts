import { keyOf } from './combinations';

/** What a body that was seen belongs to. */
export interface SeenBy {
  /** The id of the interaction or the case. */
  readonly id: string;
  readonly failed?: boolean | undefined;
}

/** Where a class was seen. */
export interface Sighting {
  /** A few ids. */
  readonly by: readonly string[];
  readonly failed: number;
}

/** Ids that say where a class was seen; more help nobody. */
const MOST_IDS = 5;

/** Where each class of each site was seen. */
export class Sightings {
  private readonly known = new Map<string, { by: string[]; failed: number }>();

  add(site: string, name: string, { id, failed = false }: SeenBy): void {
    const key = keyOf({ sites: [site], classes: [name] });
    const sighting = this.known.get(key) ?? { by: [], failed: 0 };
    if (sighting.by.length < MOST_IDS && !sighting.by.includes(id)) sighting.by.push(id);
    if (failed) sighting.failed += 1;
    this.known.set(key, sighting);
  }

  of(site: string, name: string): Sighting | undefined {
    return this.known.get(keyOf({ sites: [site], classes: [name] }));
  }
}
