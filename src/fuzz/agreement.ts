import { type Agrees, isHolder, type Member } from './faithful';
import type { Composition, Part } from './plan';

type Background = Composition['background'];
type Changes = Composition['changes'];

/** What is expected of declared members by their index, and of how many: what is null may as well be absent. */
interface Expected {
  readonly checks: readonly (Agrees | undefined)[];
  readonly count: number;
}

/** The index of a name that several members may have in a program. */
const SHARED = -1;

/** The indexes of members by the names that they may have in a program. */
function indexesOf(members: readonly Member[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, { names }] of members.entries())
    for (const name of names) indexes.set(name, indexes.has(name) ? SHARED : index);
  return indexes;
}

/** Whether a value is what JSON.parse makes of an object. */
const isPlain = (got: unknown): got is Readonly<Record<string, unknown>> =>
  typeof got === 'object' && got !== null && Object.getPrototypeOf(got) === Object.prototype;

/**
 * Holds what a parser made of mutants to the parts that they are put together from: part by part, since each comes
 * again and again, and what is to be expected of it is found out once.
 */
export class Agreement {
  private readonly known = new WeakMap<Part, Expected>();
  private readonly inheriting = new WeakMap<object, boolean>();
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly byWireName: ReadonlyMap<string, number>;
  private readonly groups: number[] = [];
  private background: Background | undefined;
  private expected: Expected = { checks: [], count: 0 };
  /** In which turn a member was met last. */
  private readonly metIn: number[];
  private turn = 0;

  constructor(private readonly members: readonly Member[]) {
    this.indexes = indexesOf(members);
    this.byWireName = new Map(members.map(({ name }, index) => [name, index]));
    this.metIn = members.map(() => 0);
  }

  /**
   * Whether a value has all that the body says, and nothing else that is declared, in members of its own. Where it has
   * not, or holds them in an unusual way, comparing tells.
   */
  agrees({ background, changes }: Composition, got: unknown): boolean {
    if (!isPlain(got) && (!isHolder(got) || this.inherits(got))) return false;
    this.turnTo(background);
    this.turn += 1;
    let met = 0;
    // By its own names: each value has a shape of its own, in which looking for a name takes longer than going through all.
    for (const name of Object.keys(got)) {
      const index = this.indexes.get(name);
      if (index === undefined) continue;
      if (index === SHARED || this.metIn[index] === this.turn) return false;
      this.metIn[index] = this.turn;
      const value = got[name];
      if (value === undefined || value === null) continue;
      if (!(this.checkOf(index, changes)?.(value) ?? false)) return false;
      met += 1;
    }
    return met === this.countOf(background, changes);
  }

  /** Whether there may be declared members of a value that are not its own, as accessors of its class. */
  private inherits(got: object): boolean {
    const prototype = Object.getPrototypeOf(got) as object | null;
    if (prototype === null) return false;
    const known = this.inheriting.get(prototype);
    if (known !== undefined) return known;
    const inherits = [...this.indexes.keys()].some((name) => name in prototype);
    this.inheriting.set(prototype, inherits);
    return inherits;
  }

  private checkOf(index: number, changes: Changes): Agrees | undefined {
    for (const [group, part] of changes) if (group === this.groups[index]) return this.expectedOf(part).checks[index];
    return this.expected.checks[index];
  }

  private countOf({ parts }: Background, changes: Changes): number {
    let { count } = this.expected;
    for (const [group, part] of changes)
      count += this.expectedOf(part).count - this.expectedOf(parts[group] as Part).count;
    return count;
  }

  /** One background is behind many mutants in a row. */
  private turnTo(background: Background): void {
    if (background === this.background) return;
    this.background = background;
    const checks: (Agrees | undefined)[] = [];
    let count = 0;
    for (const [group, part] of background.parts.entries()) {
      const expected = this.expectedOf(part);
      count += expected.count;
      for (const name of part.names) {
        const index = this.byWireName.get(name) as number;
        this.groups[index] = group;
        checks[index] = expected.checks[index];
      }
    }
    this.expected = { checks, count };
  }

  private expectedOf(part: Part): Expected {
    const known = this.known.get(part);
    if (known !== undefined) return known;
    const checks: (Agrees | undefined)[] = [];
    const said = part.members.filter(([, value]) => value !== null);
    for (const [name, value] of said) {
      const index = this.byWireName.get(name) as number;
      checks[index] = (this.members[index] as Member).comparer.expecting(value);
    }
    const expected = { checks, count: said.length };
    this.known.set(part, expected);
    return expected;
  }
}
