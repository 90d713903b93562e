import type { Case, Model, Rule } from '../../contract';
import { fullestOf, type Growth, growthsOf } from '../growth';
import { mutantCount } from './mutant-id';
import type { MutantMaker } from './mutants';
import { plainBodies } from './plain-bodies';
import { type Planned, plainly } from './planned';
import { mutantMaker } from './roots';
import type { ValidBody } from './valid-body';

/** What a plan is made from: plain data, so that a worker makes the same one. */
export interface PlanSource {
  readonly model: Model;
  readonly rules: readonly Rule[];
  /** The cases that come first, with the verdict that the policy gives them. */
  readonly pool: readonly Case[];
  readonly seed: number;
}

/** All cases of a run, numbered from 0: those of the pool, those that grow, then mutants of the pool without end. */
export class Plan {
  /** `null` where there are no mutants; not yet looked for where it is not there. */
  private maker: MutantMaker | null | undefined;
  private growing: readonly Growth[] | undefined;
  private plainest: readonly ValidBody[] | undefined;

  constructor(private readonly source: PlanSource) {}

  /** How many cases there are that stand for themselves: those that come first. */
  get poolSize(): number {
    return this.source.pool.length;
  }

  /** How many cases there are; without end where mutants can be made. */
  get size(): number {
    return this.mutantOf === null ? this.mutantsFrom : Number.POSITIVE_INFINITY;
  }

  /** Valid bodies of which nothing is special, one for each branch of a union. */
  get plains(): readonly ValidBody[] {
    this.plainest ??= plainBodies(this.source.model, this.source.pool);
    return this.plainest;
  }

  /** The plainest valid body; `undefined` where there is none. */
  get plain(): Case | undefined {
    return this.plains[0];
  }

  /** The case of a number. @throws RangeError where there is none. */
  at(number: number): Planned {
    const testCase = this.source.pool[number];
    if (testCase !== undefined) return plainly(testCase);
    const growth = this.growths[number - this.poolSize];
    if (growth !== undefined) return this.growingCase(growth);
    if (this.mutantOf === null) throw new RangeError(`there is no case ${number}`);
    return this.mutantOf(number - this.mutantsFrom + 1);
  }

  /** Whether the case of a number is made of others: such are without end, and none stands for anything. */
  isMutant(number: number): boolean {
    return number >= this.mutantsFrom;
  }

  /** Whether the parser is asked how long it takes for the case of a number as that grows. */
  isGrowth(number: number): boolean {
    return number >= this.poolSize && number < this.mutantsFrom;
  }

  /** The number of an id; `undefined` where there is no such case. */
  numberOf(id: string): number | undefined {
    const count = mutantCount(id);
    if (count !== undefined) return this.size === this.mutantsFrom ? undefined : this.mutantsFrom + count - 1;
    const ids = [...this.source.pool.map((testCase) => testCase.id), ...this.growths.map(idOf)];
    const number = ids.indexOf(id);
    return number < 0 ? undefined : number;
  }

  private get mutantOf(): MutantMaker | null {
    const { model, rules, pool, seed } = this.source;
    if (this.maker === undefined) this.maker = mutantMaker(model, rules, pool, seed) ?? null;
    return this.maker;
  }

  private get growths(): readonly Growth[] {
    const { model, pool } = this.source;
    const body = this.growing === undefined ? (fullestOf(model, pool) ?? this.plain)?.body : undefined;
    this.growing ??= body === undefined ? [] : growthsOf(model, body);
    return this.growing;
  }

  /** The number of the first case that is made of others: those between the pool and it grow. */
  get mutantsFrom(): number {
    return this.poolSize + this.growths.length;
  }

  /** What grows, still small: a parser that is slow with large ones reads it like any other. */
  private growingCase(growth: Growth): Planned {
    const { status = 200, headers = {} } = this.plain ?? {};
    const body = growth.write(SMALL, growth.pointers);
    const reason = 'whatever the parser makes of it, it is asked how long that takes';
    const { seed } = this.source;
    const [id, verdict, classes] = [idOf(growth), 'either', { '': growth.name }] as const;
    return { ...plainly({ id, verdict, status, headers, body, classes, seed, reason }), growth };
  }
}

/** Bytes. */
const SMALL = 256;

const idOf = ({ name }: Growth): string => `growing ${name}`;
