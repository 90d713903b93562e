import { generalPointer, isJsonObject, type JsonValue, type Model, stringifyJson } from '../contract';
import type { Accepts } from './contract/schemas';

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

/** How well a refusal shows a change: at just its place, or where the place belongs to. */
function closeness(sites: ReadonlySet<string>, place: string): number {
  if (sites.has(place)) return 0;
  if ([...sites].some((site) => parentOf(site) === place)) return 1;
  return [...sites].some((site) => place.startsWith(`${site}/`) || site === '') ? 2 : Infinity;
}

/** Every value that is one member or item shorter. */
function* smaller(value: JsonValue): Generator<JsonValue> {
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    for (const [index, item] of items.entries()) {
      yield items.filter((_, other) => other !== index);
      for (const inner of smaller(item)) yield items.map((old, other) => (other === index ? inner : old));
    }
  } else if (isJsonObject(value)) {
    const members = Object.entries(value);
    for (const [name, member] of members) {
      yield Object.fromEntries(members.filter(([other]) => other !== name));
      for (const inner of smaller(member))
        yield Object.fromEntries(members.map(([other, old]) => [other, other === name ? inner : old]));
    }
  }
}

/** The most tries that a witness is made smaller by. */
const TRIES = 2_000;

/** Looks for payloads that show a widening: the wider model allows them, the narrower one refuses them. */
export class WitnessFinder {
  private readonly refused: readonly Refused[];

  constructor(
    private readonly narrower: Model,
    private readonly wider: Model,
    private readonly tools: Tools,
  ) {
    this.refused = [...tools.payloads(wider)].flatMap((value) => {
      const sites = tools.accepts(wider, value) ? this.sites(value) : new Set<string>();
      return sites.size === 0 ? [] : [{ value, sites }];
    });
  }

  private sites(value: JsonValue): Set<string> {
    if (this.tools.accepts(this.narrower, value)) return new Set();
    const pointers = this.tools.refusals(this.narrower, value);
    // Each side knows members that the other one does not.
    return new Set(
      pointers.flatMap((pointer) => [this.narrower, this.wider].map((model) => generalPointer(model, pointer))),
    );
  }

  /** The smallest payload found that is refused for what changed at a site, as JSON text. */
  find(site: string): string | undefined {
    const place = withoutBranches(site);
    const [best] = this.refused
      .map(({ value, sites }) => ({ value, distance: closeness(sites, place) }))
      .filter(({ distance }) => distance < Infinity)
      .sort((left, right) => left.distance - right.distance);
    return best === undefined ? undefined : stringifyJson(this.shrink(best.value, place, best.distance));
  }

  private shrink(value: JsonValue, place: string, distance: number): JsonValue {
    let here = value;
    let tries = TRIES;
    for (let isSmaller = true; isSmaller && tries > 0; ) {
      isSmaller = false;
      for (const candidate of smaller(here)) {
        tries -= 1;
        if (tries <= 0) break;
        if (!this.tools.accepts(this.wider, candidate) || closeness(this.sites(candidate), place) > distance) continue;
        here = candidate;
        isSmaller = true;
        break;
      }
    }
    return here;
  }
}
