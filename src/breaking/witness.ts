import { generalPointer, type JsonValue, type Model, sitesOf, stringifyJson } from '../contract';
import type { Change } from './change';
import type { Accepts } from './contract/schemas';
import { probes } from './probes';
import { shrink } from './shrink';

/** What a comparison needs of others: payloads of a model, and a judge of them. */
export interface Tools {
  readonly accepts: Accepts;
  /** Where a model refuses a value, as JSON pointers into it; none where it accepts it. */
  readonly refusals: (model: Model, value: JsonValue) => readonly string[];
  /** Payloads of a model, every class of every site at least once; the same ones every time. */
  readonly payloads: (model: Model) => Iterable<JsonValue>;
}

/** A payload that one model allows and another refuses, and at which sites. */
interface Refused {
  readonly value: JsonValue;
  readonly sites: ReadonlySet<string>;
}

/** Branches of unions are not told apart. */
const withoutBranches = (site: string): string => site.replace(/\/\|\d+(?=\/|$)/g, '');

const parentOf = (site: string): string => site.slice(0, Math.max(0, site.lastIndexOf('/')));

/** How far a refusal is from a change: at just its place, in it, or around it. */
function distance(sites: ReadonlySet<string>, place: string): number {
  if (sites.has(place)) return 0;
  if ([...sites].some((site) => parentOf(site) === place)) return 1;
  return [...sites].some((site) => site === '' || place.startsWith(`${site}/`)) ? 2 : Infinity;
}

/** Looks for payloads that show a change: the wider model allows them, the narrower one refuses them. */
export class WitnessFinder {
  private readonly payloads: readonly JsonValue[];
  private readonly refused: readonly Refused[];

  constructor(
    private readonly narrower: Model,
    private readonly wider: Model,
    private readonly tools: Tools,
  ) {
    this.payloads = [...tools.payloads(wider)];
    this.refused = this.payloads.flatMap((value) => this.refusedOf(value));
  }

  /** A payload with where it is refused; none where it is no witness. */
  private refusedOf(value: JsonValue): Refused[] {
    if (this.tools.accepts(this.narrower, value) || !this.tools.accepts(this.wider, value)) return [];
    const pointers = this.tools.refusals(this.narrower, value);
    // Each side knows members that the other one does not.
    const models = [this.narrower, this.wider];
    return [{ value, sites: new Set(pointers.flatMap((at) => models.map((model) => generalPointer(model, at)))) }];
  }

  /** The smallest payload found that is refused for what changed, as JSON text. */
  find({ pointer, hints = [] }: Change): string | undefined {
    const place = withoutBranches(pointer);
    const best = this.nearest(this.refused, place) ?? this.nearest(this.probed(place, hints), place);
    if (best === undefined) return undefined;
    const isAsNear = (value: JsonValue): boolean =>
      this.refusedOf(value).some(({ sites }) => distance(sites, place) <= distance(best.sites, place));
    return stringifyJson(shrink(best.value, isAsNear));
  }

  private nearest(refused: readonly Refused[], place: string): Refused | undefined {
    const near = refused.filter(({ sites }) => distance(sites, place) < Infinity);
    return near.sort((left, right) => distance(left.sites, place) - distance(right.sites, place))[0];
  }

  /** Values of the place alone, of which the whole may show too few. */
  private valuesAlone(place: string): JsonValue[] {
    const { definitions } = this.wider;
    const here = sitesOf(this.wider).filter(({ pointer }) => withoutBranches(pointer) === place);
    return here.slice(0, 1).flatMap(({ schema }) => [...this.tools.payloads({ schema, definitions })]);
  }

  private probed(place: string, hints: readonly JsonValue[]): Refused[] {
    const hosts = [...this.payloads, ...this.tools.payloads(this.narrower)];
    for (const probe of probes(hosts, place, [...hints, ...this.valuesAlone(place)])) {
      const refused = this.refusedOf(probe);
      if (refused.some(({ sites }) => distance(sites, place) < Infinity)) return refused;
    }
    return [];
  }
}
