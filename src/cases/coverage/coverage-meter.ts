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

/**
 * Measures what bodies cover of a contract's successful answers, wherever they come from: pacts, a live service, a
 * fuzzer. Operations with the same answer are measured together.
 */
export class CoverageMeter {
  readonly answers: readonly MeteredAnswer[];

  constructor(contract: Contract, options: MeterOptions = {}) {
    const alike = new Map<string, { operations: string[]; meter: AnswerMeter }>();
    for (const main of successfulResponses(contract)) {
      const { update, creates, request } = main.operation;
      const key = JSON.stringify([main.model.schema, update, creates === true ? request?.schema : undefined]);
      const known = alike.get(key);
      if (known === undefined)
        alike.set(key, {
          operations: [main.operation.id],
          meter: new AnswerMeter(main, rulesCountedOn(contract), options),
        });
      else known.operations.push(main.operation.id);
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

  /** What was covered; of several answers the sums, with the operation before each site. */
  coverage(): Coverage {
    const [only, ...others] = this.answers;
    if (only !== undefined && others.length === 0) return only.meter.coverage();
    const parts = this.answers.map(({ operations, meter }) => labelled(meter.coverage(), operations[0] ?? ''));
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
