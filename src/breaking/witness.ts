import {
  generalPointer,
  type JsonValue,
  type Model,
  type Site,
  shorterJson,
  shrinking,
  sitesOf,
  smallestOf,
  stringifyJson,
  valuesAt,
} from '../contract';
import { choiceAround, withoutBranches } from './contract/choices';
import { OpenMembers } from './open-members';
import { overlapsOf } from './overlaps';
import { probes, variantsAt } from './probes';
import { relaxed } from './relaxed';
import type { Alone, Change } from './rules';
import type { Tools } from './tools';

/** What shows a change: a payload, and how near to the change it is refused. */
export interface Witness {
  /** As JSON text. */
  readonly payload: string;
  readonly nearness: Nearness;
}

/** A change with the payload that shows it. */
export interface Shown {
  readonly change: Pick<Change, 'pointer'>;
  readonly witness: Witness;
}

/** A payload that no change explains. */
export interface Unexplained extends Witness {
  /** The site at which it is refused. */
  readonly site: string;
  /** The place that is told: the union that it lies in. */
  readonly pointer: string;
  /** What the payload holds there, as JSON text. */
  readonly shown: string;
}

/** A payload that one model allows and another refuses, and at which sites. */
interface Refused {
  readonly value: JsonValue;
  readonly sites: () => ReadonlySet<string>;
}

/** More refused payloads of one place than these tell nothing new, nor do more payloads that are tried. */
const MOST_REFUSED = 100;
const MOST_TRIED = 5_000;
/** Nor do more payloads of one model that may be of several branches. */
const MOST_LOOSE = 300;

/** How many smaller payloads are tried. */
const MOST_SMALLER = 5_000;

const NO_DEFINITIONS = {};

/** A payload with all taken away that can be, so that it still shows what it is wanted for. */
const smaller = (value: JsonValue, stillShows: (value: JsonValue) => boolean): JsonValue =>
  smallestOf(shrinking(value, shorterJson, MOST_SMALLER), stillShows);

function someOf(all: Iterable<Refused>, isWanted: (refused: Refused) => boolean): Refused[] {
  const found: Refused[] = [];
  for (const refused of all) {
    if (found.length >= MOST_REFUSED) break;
    if (isWanted(refused)) found.push(refused);
  }
  return found;
}

const parentOf = (site: string): string => site.slice(0, Math.max(0, site.lastIndexOf('/')));

/** How near a refusal is to a change: at just its place, in it, because of it, or somewhere around it. */
const NEARNESS = ['at', 'in', 'because of', 'around'] as const;
type Nearness = (typeof NEARNESS)[number];

/**
 * Looks for payloads that show a change: the wider model allows them, the narrower one refuses them. Of payloads that
 * are refused for what a union hides, those count of which less would be wrong if just the place of the change held
 * something else.
 */
export class WitnessFinder {
  private readonly narrower: Model;
  private readonly wider: Model;
  private readonly payloads: readonly JsonValue[];
  private readonly refused: readonly Refused[];
  private readonly openMembers: OpenMembers;
  private narrowerPayloads: readonly JsonValue[] | undefined;

  constructor(
    private readonly models: { readonly before: Model; readonly after: Model },
    /** Which of them allows less. */
    private readonly narrowerSide: keyof Alone,
    private readonly tools: Tools,
    /** Whether branches of unions may overlap in other ways than before. */
    isOverlapping: boolean,
  ) {
    const { before, after } = models;
    [this.narrower, this.wider] = narrowerSide === 'before' ? [before, after] : [after, before];
    this.openMembers = new OpenMembers(this.wider, this.narrower);
    const own = [...tools.payloads(this.wider)];
    this.payloads = isOverlapping ? [...own, ...this.overlaps(own)] : own;
    this.refused = this.payloads.flatMap((value) => this.refusedOf(value));
  }

  /** Payloads made for where branches overlap: of those that may be of several, and with values put into them. */
  private overlaps(own: readonly JsonValue[]): readonly JsonValue[] {
    const models = Object.values(this.models);
    const loose = models.flatMap((model) => this.looseOf(model));
    return [...loose, ...overlapsOf(models, [...own, ...loose], this.tools)];
  }

  /** The smallest payload found that is refused for what changed. */
  find({ pointer, hints = [], alone }: Change): Witness | undefined {
    const place = withoutBranches(pointer);
    const showing = (each: Refused): boolean => alone === undefined || this.isRefusedAlone(each, place, alone);
    for (const payloads of [this.refused, this.probed(place, hints)]) {
      const all = someOf(payloads, showing);
      for (const nearness of NEARNESS) {
        const isNear = this.nearnessTest(nearness, place);
        const found = all.find(isNear);
        const stillShows = (value: JsonValue): boolean =>
          this.refusedOf(value).some((each) => showing(each) && isNear(each));
        if (found !== undefined) return { payload: stringifyJson(smaller(found.value, stillShows)), nearness };
      }
    }
    return undefined;
  }

  /** The smallest payload found that is refused, and by none of the changes that others show. */
  unexplained(shown: readonly Shown[]): Unexplained | undefined {
    const isExplained = this.explanationBy(shown);
    const found = this.refused.slice(0, MOST_REFUSED).find((refused) => !isExplained(refused));
    if (found === undefined) return undefined;
    const value = smaller(found.value, (less) => this.refusedOf(less).some((each) => !isExplained(each)));
    const [site = ''] = this.refusedOf(value).flatMap(({ sites }) => [...sites()]);
    const pointer = choiceAround(Object.values(this.models), site);
    const [there] = valuesAt(value, pointer);
    return {
      payload: stringifyJson(value),
      nearness: 'at',
      site,
      pointer,
      shown: stringifyJson(there?.value ?? value),
    };
  }

  /** A payload is explained by a change that is as near to where it is refused as the payload that shows the change. */
  private explanationBy(shown: readonly Shown[]): (refused: Refused) => boolean {
    const tests = shown.flatMap(({ change, witness }) => {
      const upTo = NEARNESS.slice(0, NEARNESS.indexOf(witness.nearness) + 1);
      return upTo.map((nearness) => this.nearnessTest(nearness, withoutBranches(change.pointer)));
    });
    return (refused) => tests.some((test) => test(refused));
  }

  /** Whether what changed would by itself have a value of the place allowed by one side and refused by the other. */
  private isRefusedAlone({ value }: Refused, place: string, alone: Alone): boolean {
    const allows = (side: keyof Alone, at: JsonValue): boolean =>
      this.tools.accepts({ schema: alone[side], definitions: NO_DEFINITIONS }, at);
    const [narrower, wider] = [this.narrowerSide, this.narrowerSide === 'before' ? 'after' : 'before'] as const;
    return valuesAt(value, place).some((at) => allows(wider, at.value) && !allows(narrower, at.value));
  }

  /** A payload with where it is refused; none where it is no witness. */
  private refusedOf(value: JsonValue): Refused[] {
    if (this.tools.accepts(this.narrower, value) || !this.tools.accepts(this.wider, value)) return [];
    if (this.openMembers.isIn(value)) return [];
    let sites: ReadonlySet<string> | undefined;
    return [
      {
        value,
        sites: () => {
          sites ??= this.refusedSites(value);
          return sites;
        },
      },
    ];
  }

  /** Each side knows members that the other one does not: sites as either of them calls them. */
  private refusedSites(value: JsonValue): ReadonlySet<string> {
    const pointers = this.tools.refusals(this.narrower, value);
    const models = Object.values(this.models);
    return new Set(pointers.flatMap((at) => models.map((model) => generalPointer(model, at))));
  }

  private nearnessTest(nearness: Nearness, place: string): (refused: Refused) => boolean {
    const tests: { readonly [N in Nearness]: (refused: Refused) => boolean } = {
      at: ({ sites }) => sites().has(place),
      in: ({ sites }) => [...sites()].some((site) => parentOf(site) === place && site !== place),
      'because of': ({ value }) => this.isCause(value, place),
      around: ({ sites }) => [...sites()].some((site) => site === '' || place.startsWith(`${site}/`)),
    };
    return tests[nearness];
  }

  /** Whether the narrower model would find less wrong if a place held what its own payloads hold there. */
  private isCause(value: JsonValue, place: string): boolean {
    const wrong = this.tools.refusals(this.narrower, value).length;
    for (const variant of variantsAt(value, place, this.ofNarrower()))
      if (this.tools.refusals(this.narrower, variant).length < wrong) return true;
    return false;
  }

  private ofNarrower(): readonly JsonValue[] {
    if (this.narrowerPayloads !== undefined) return this.narrowerPayloads;
    const own = [...this.tools.payloads(this.narrower)];
    this.narrowerPayloads = own.length > 0 ? own : this.looseOf(this.narrower);
    return this.narrowerPayloads;
  }

  /** Payloads of a model as if its branches were allowed to overlap. */
  private looseOf(model: Model): JsonValue[] {
    return [...this.tools.payloads(relaxed(model))].slice(0, MOST_LOOSE);
  }

  /** Values of the place alone, of which the whole may show too few. */
  private valuesAlone(place: string): JsonValue[] {
    const { definitions } = this.wider;
    const sites = sitesOf(this.wider);
    const at = (wanted: string): Site | undefined => sites.find(({ pointer }) => withoutBranches(pointer) === wanted);
    // What one side declares may be any member to the other one.
    const here = at(place) ?? at(`${parentOf(place)}/{}`);
    const models = here === undefined ? [] : [{ schema: here.schema, definitions }];
    return models.flatMap((model) => [...this.tools.payloads(model), ...this.tools.draws(model)]);
  }

  /** What is refused of payloads that hold another value at the place. */
  private *probed(place: string, hints: readonly JsonValue[]): Generator<Refused> {
    // What the wider model allows already is likely to be allowed with another value, too.
    const isAllowed = (value: JsonValue): boolean => this.tools.accepts(this.wider, value);
    const all = [...this.payloads, ...this.ofNarrower()];
    const hosts = [...all.filter(isAllowed), ...all.filter((value) => !isAllowed(value))];
    let tried = 0;
    for (const probe of probes(hosts, place, [...hints, ...this.valuesAlone(place)])) {
      tried += 1;
      if (tried > MOST_TRIED) return;
      yield* this.refusedOf(probe);
    }
  }
}
