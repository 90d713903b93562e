import { type Contract, type JsonValue, rulesCountedOn, successfulResponses } from '../../contract';
import type { Coverage, CoverageFigure } from '../../result';
import type { ClassesOfBody } from '../classify';
import { AnswerMeter, type MeterOptions } from './answer-meter';
import type { SeenBy } from './sightings';

/** Operations whose answers are alike, and what was seen of these. */
export interface MeteredAnswer {
  readonly operations: readonly string[];
  readonly meter: AnswerMeter;
}

const sumOf = (figures: readonly (CoverageFigure | undefined)[]): CoverageFigure => {
  const known = figures.filter((figure) => figure !== undefined);
  const sum = (key: keyof CoverageFigure): number => known.reduce((total, figure) => total + figure[key], 0);
  return { covered: sum('covered'), feasible: sum('feasible') };
};

/** One answer's coverage among those of others: its sites have the operation before them. */
function labelled(coverage: Coverage, operation: string): Coverage {
  const { cells = [], sitePairs = [] } = coverage;
  return {
    ...coverage,
    cells: cells.map((cell) => ({ ...cell, site: operation + cell.site })),
    sitePairs: sitePairs.map((pair) => ({
      ...pair,
      sites: [operation + pair.sites[0], operation + pair.sites[1]] as const,
    })),
  };
}

/** A meter that is made when it is first needed: of a large document most answers are never seen. */
class LazyAnswer implements MeteredAnswer {
  readonly operations: string[] = [];
  private made: AnswerMeter | undefined;

  constructor(private readonly make: () => AnswerMeter) {}

  get meter(): AnswerMeter {
    this.made ??= this.make();
    return this.made;
  }

  get isSeen(): boolean {
    return this.made !== undefined && this.made.bodies > 0;
  }
}

/**
 * Measures what bodies cover of a contract's successful answers, wherever they come from: pacts, a live service, a
 * fuzzer. Operations with the same answer are measured together.
 */
export class CoverageMeter {
  readonly answers: readonly (MeteredAnswer & { readonly isSeen: boolean })[];

  constructor(contract: Contract, options: MeterOptions = {}) {
    const alike = new Map<string, LazyAnswer>();
    for (const main of successfulResponses(contract)) {
      const { update, creates, request } = main.operation;
      const key = JSON.stringify([main.model.schema, update, creates === true ? request?.schema : undefined]);
      const answer = alike.get(key) ?? new LazyAnswer(() => new AnswerMeter(main, rulesCountedOn(contract), options));
      alike.set(key, answer);
      answer.operations.push(main.operation.id);
    }
    this.answers = [...alike.values()];
  }

  /** Counts what the body of an operation's successful answer covers; of other operations nothing. */
  see(operation: string, body: JsonValue, seen: SeenBy): void {
    this.answers.find(({ operations }) => operations.includes(operation))?.meter.see(body, seen);
  }

  /** The classes of the values in the body of an operation's successful answer; of other operations none. */
  classesOf(operation: string, body: JsonValue): ClassesOfBody {
    const answer = this.answers.find(({ operations }) => operations.includes(operation));
    return answer?.meter.classesOf(body) ?? new Map();
  }

  /**
   * What was covered; of several answers the sums, with the operation before each site.
   * @param isOfSeen leaves out the answers of which no body was seen.
   */
  coverage({ isOfSeen = false }: { readonly isOfSeen?: boolean } = {}): Coverage {
    const [only, ...others] = this.answers;
    if (only !== undefined && others.length === 0) return only.meter.coverage();
    const parts = this.answers
      .filter(({ isSeen }) => isSeen || !isOfSeen)
      .map(({ operations, meter }) => labelled(meter.coverage(), operations[0] ?? ''));
    const triples = parts.map((part) => part.triples);
    return {
      classes: sumOf(parts.map(({ classes }) => classes)),
      pairs: sumOf(parts.map(({ pairs }) => pairs)),
      ...(triples.every((figure) => figure === undefined) ? {} : { triples: sumOf(triples) }),
      cells: parts.flatMap(({ cells = [] }) => cells),
      sitePairs: parts.flatMap(({ sitePairs = [] }) => sitePairs),
    };
  }
}
