import type { Case, Model, Rule } from '../../contract';
import { canMutate, type MutantMaker, mutantMaker, type Planned } from './mutants';

/** What a plan is made from: plain data, so that a worker makes the same one. */
export interface PlanSource {
  readonly model: Model;
  readonly rules: readonly Rule[];
  /** The cases that come first, with the verdict that the policy gives them. */
  readonly pool: readonly Case[];
  readonly seed: number;
}

/** All cases of a run, numbered from 0: those of the pool, then mutants of them without end. */
export class Plan {
  private maker: MutantMaker | undefined;

  constructor(private readonly source: PlanSource) {}

  /** How many cases there are before the mutants. */
  get poolSize(): number {
    return this.source.pool.length;
  }

  /** How many cases there are; without end where mutants can be made. */
  get size(): number {
    const isMutable = this.plain !== undefined && canMutate(this.source.model);
    return isMutable ? Number.POSITIVE_INFINITY : this.poolSize;
  }

  /** A valid body of which nothing is special; `undefined` where there is none. */
  get plain(): Case | undefined {
    return this.source.pool.find(({ verdict, body }) => verdict === 'accept' && body !== undefined);
  }

  /** The case of a number. @throws RangeError where there is none. */
  at(number: number): Planned {
    const testCase = this.source.pool[number];
    if (testCase !== undefined) return { testCase };
    if (number >= this.size) throw new RangeError(`there is no case ${number}`);
    this.maker ??= mutantMaker(this.source.model, this.source.rules, this.source.pool, this.source.seed);
    return this.maker(number - this.poolSize + 1);
  }

  /** The number of an id; `undefined` where there is no such case. */
  numberOf(id: string): number | undefined {
    const count = /^mutant (\d+)$/.exec(id)?.[1];
    if (count !== undefined) return this.size === this.poolSize ? undefined : this.poolSize + Number(count) - 1;
    const number = this.source.pool.findIndex((testCase) => testCase.id === id);
    return number < 0 ? undefined : number;
  }
}
