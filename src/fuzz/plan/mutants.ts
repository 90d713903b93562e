import { type Case, type JsonObject, type Model, type Rule, resolve } from '../../contract';
import { type Background, Backgrounds, tellingOf } from './backgrounds';
import { broken } from './breaks';
import { type Cut, cut, type Part } from './cut';
import { type Groups, groupsOf, memberOf } from './groups';
import { mutantId } from './mutant-id';
import type { Planned } from './planned';
import { Random } from './random';

/** Gives the mutant of a number, from 1 up: any of them, in any order. */
export type MutantMaker = (count: number) => Planned;

/** So many mutants in a row share what they have beside their own: making it takes longer than changing it. */
const SHARING = 16;

/** Of so many mutants one is spoiled on its way, and about as many as here are departures; the others are valid. */
const [ALL, BROKEN, DEPARTURES] = [16, 1, 7];

/** The group that a departure lies in, so that the other members can be others; none of one about the whole. */
function groupOfDeparture({ pointer, classes }: Case, groups: Groups): number | undefined {
  const site = pointer ?? Object.keys(classes)[0] ?? '';
  return site === '' ? undefined : groups.get(memberOf(site));
}

/** Other parts for some groups of a background, in their order. */
type Changes = readonly (readonly [group: number, part: Part])[];

/** The body of a background with other parts. */
function bodyWith({ text, starts }: Background, changes: Changes): string {
  let [all, end] = ['', 0];
  for (const [group, part] of changes) {
    all += text.slice(end, starts[group]) + (part.text === '' ? '' : `${part.text},`);
    end = starts[group + 1] as number;
  }
  all += text.slice(end);
  return `{${all.slice(0, -1)}}`;
}

/** What a background says with other parts. */
function wireWith({ wire, parts }: Background, changes: Changes): JsonObject {
  const changed: Record<string, unknown> = { ...wire };
  for (const [group, part] of changes) {
    for (const [name] of parts[group]?.members ?? []) delete changed[name];
    // Defined, not assigned: names are data, `__proto__` too.
    for (const [name, value] of part.members)
      Object.defineProperty(changed, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return changed as JsonObject;
}

/** The classes of a background with other parts. */
function classesWith({ parts }: Background, changes: Changes): Case['classes'] {
  const changed = [...parts];
  for (const [group, part] of changes) changed[group] = part;
  return tellingOf(changed).classes;
}

/** What mutants of a seed are made of. */
class Maker {
  constructor(
    private readonly plain: Case,
    private readonly departures: readonly (readonly [group: number, Cut])[],
    private readonly groups: number,
    private readonly backgrounds: Backgrounds,
    private readonly seed: number,
  ) {}

  readonly at: MutantMaker = (count) => {
    const random = new Random(this.seed, count);
    const background = this.backgrounds.at(Math.floor(count / SHARING));
    const id = mutantId(count);
    const kind = random.below(ALL);
    if (kind < BROKEN) return this.broken(id, background, random);
    if (kind < BROKEN + DEPARTURES && this.departures.length > 0) return this.departing(id, background, random);
    return this.valid(id, background, random);
  };

  private valid(id: string, background: Background, random: Random): Planned {
    const [one, other] = [random.below(this.groups), random.below(this.groups)];
    const groups = one === other ? [one] : [Math.min(one, other), Math.max(one, other)];
    const changes = groups.map((group) => [group, this.backgrounds.partOf(group, random)] as const);
    return this.joined(this.plain, id, background, changes);
  }

  private departing(id: string, background: Background, random: Random): Planned {
    const [group, { testCase, parts }] = random.pick(this.departures);
    return this.joined(testCase, id, background, [[group, parts[group] as Part]]);
  }

  private broken(id: string, background: Background, random: Random): Planned {
    const { name, text } = broken(`{${background.text.slice(0, -1)}}`, random);
    const { status, headers } = this.plain;
    const reason = 'it is not JSON text (RFC 8259)';
    const { seed } = this;
    const classes = { '': name };
    return { testCase: { id, verdict: 'reject', status, headers, body: text, classes, seed, pointer: '', reason } };
  }

  private joined(base: Case, id: string, background: Background, changes: Changes): Planned {
    const testCase: Case = {
      ...base,
      id,
      body: bodyWith(background, changes),
      seed: this.seed,
      // Few ever ask, and putting them together takes as long as all else.
      get classes() {
        return classesWith(background, changes);
      },
    };
    return base.verdict === 'reject' ? { testCase } : { testCase, wire: wireWith(background, changes) };
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
  const cuts = pool.flatMap((testCase) => cut(testCase, groups));
  const valid = cuts.filter(({ testCase }) => testCase.verdict === 'accept');
  // The typical case is about the whole, and so not among those that are cut.
  const [plain] = valid;
  if (plain === undefined || groups.size === 0) return undefined;
  const departures = cuts.flatMap((made) => {
    const group = made.testCase.verdict === 'accept' ? undefined : groupOfDeparture(made.testCase, groups);
    return group === undefined ? [] : [[group, made] as const];
  });
  return new Maker(plain.testCase, departures, groups.size, new Backgrounds(valid, groups.size, seed), seed).at;
}
