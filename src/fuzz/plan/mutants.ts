import { type Case, type Model, type Rule, resolve } from '../../contract';
import { Random } from '../../random';
import { type Background, Backgrounds } from './backgrounds';
import { BREAKS, broken, spoiledBy } from './breaks';
import { bodyOf, type Composition } from './composition';
import { type Cut, cut, type Part } from './cut';
import { type Groups, groupsOf, memberOf, namesIn } from './groups';
import { ALL, BROKEN, DEPARTURES } from './mix';
import { Mutant } from './mutant';
import type { Planned } from './planned';

/** Gives the mutant of a number, from 1 up: any of them, in any order. */
export type MutantMaker = (count: number) => Planned;

/** So many mutants in a row share what they have beside their own: making it takes longer than changing it. */
const SHARING = 16;

/** The group that a departure lies in, so that the other members can be others; none of one about the whole. */
function groupOfDeparture({ pointer, classes }: Case, groups: Groups): number | undefined {
  const site = pointer ?? Object.keys(classes)[0] ?? '';
  return site === '' ? undefined : groups.get(memberOf(site));
}

/** What spoiled mutants are like, by the name of the break. */
const spoiledLike = ({ status, headers, seed }: Case): ReadonlyMap<string, Case> =>
  new Map(BREAKS.map(({ name }) => [name, { id: name, status, headers, seed, ...spoiledBy(name) }]));

/** What mutants of a seed are made of. */
class Maker {
  private readonly spoiled: ReadonlyMap<string, Case>;

  constructor(
    private readonly plain: Case,
    private readonly departures: readonly (readonly [group: number, Cut])[],
    private readonly groups: number,
    private readonly backgrounds: Backgrounds,
  ) {
    this.spoiled = spoiledLike(plain);
  }

  readonly at: MutantMaker = (count) => {
    const random = new Random(this.plain.seed, count);
    const background = this.backgrounds.at(Math.floor(count / SHARING));
    const kind = random.below(ALL);
    if (kind < BROKEN) return this.broken(count, background, random);
    if (kind < BROKEN + DEPARTURES && this.departures.length > 0) return this.departing(count, background, random);
    return this.valid(count, background, random);
  };

  private valid(count: number, background: Background, random: Random): Planned {
    const [one, other] = [random.below(this.groups), random.below(this.groups)];
    const groups = one === other ? [one] : [Math.min(one, other), Math.max(one, other)];
    const changes = groups.map((group) => [group, this.backgrounds.partOf(group, random)] as const);
    return this.joined(count, this.plain, { background, changes });
  }

  private departing(count: number, background: Background, random: Random): Planned {
    const [group, { testCase, parts }] = random.pick(this.departures);
    return this.joined(count, testCase, { background, changes: [[group, parts[group] as Part]] });
  }

  private broken(count: number, background: Background, random: Random): Planned {
    const { name, text } = broken(`{${background.text.slice(0, -1)}}`, random);
    return new Mutant(count, this.spoiled.get(name) as Case, text);
  }

  private joined(count: number, like: Case, composition: Composition): Planned {
    return new Mutant(count, like, bodyOf(composition), composition);
  }
}

/**
 * Makes cases that join what single cases are about: valid members of many cases in one body, each departure that
 * must be refused, or is left open, among them, and bodies that were spoiled on their way. The same for the same seed.
 * `undefined` where the body is no object whose members are free of each other, or no valid case can be cut.
 */
export function objectMutants(
  model: Model,
  rules: readonly Rule[],
  pool: readonly Case[],
  seed: number,
): MutantMaker | undefined {
  const root = resolve(model.schema, model.definitions);
  if (root.kind !== 'object' || root.minProperties !== undefined || root.maxProperties !== undefined) return undefined;
  const groups = groupsOf(root, rules);
  const names = namesIn(groups);
  const cuts = pool.flatMap((testCase) => cut({ ...testCase, seed }, groups, names));
  const valid = cuts.filter(({ testCase }) => testCase.verdict === 'accept');
  // The typical case is about the whole, and so not among those that are cut.
  const [plain] = valid;
  if (plain === undefined || groups.size === 0) return undefined;
  const departures = cuts.flatMap((made) => {
    const group = made.testCase.verdict === 'accept' ? undefined : groupOfDeparture(made.testCase, groups);
    return group === undefined ? [] : [[group, made] as const];
  });
  return new Maker(plain.testCase, departures, groups.size, new Backgrounds(valid, names, seed)).at;
}
