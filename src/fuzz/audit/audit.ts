import type { Case } from '../../contract';
import { type Chamber, openChamber, type ParserUnderTest } from '../chambers';
import type { Complaint } from '../complaint';
import { DEFAULT_LIMIT, type FuzzOptions } from '../options';
import { Plan } from '../plan';
import { factsOf, planSourceOf } from '../source';
import type { Mistake, Read } from '../subject';
import { LOUD_MISTAKES } from './mistaken';
import { after } from './planting';
import { plantingsFor } from './plantings';

/** A mistake that was planted behind a parser, and what came of it. */
export interface Audited {
  /** The mistake, and where it was made: `leaves-out /groups`. */
  readonly id: string;
  /** What the parser does then, as the end of a sentence. */
  readonly says: string;
  /** The oracles that noticed it first; none where nothing did. */
  readonly noticedBy: readonly string[];
  /** The case that it was noticed with. */
  readonly case?: string;
  /** Why it need not be noticed. */
  readonly excuse?: string;
}

/** A fuzzing that passes, and the parser as it can be run without isolation: mistakes that are quiet are made there. */
export interface AuditOptions extends FuzzOptions {
  readonly here: ParserUnderTest;
  /** Told of each mistake when it is done with. */
  readonly onAudited?: ((audited: Audited, done: number, all: number) => void) | undefined;
}

/** So many cases are made beyond those of the table before a mistake counts as unnoticed. */
const MADE = 800;

/** Most mistakes are noticed with one of the first cases; none is left alone with so many at once. */
const FIRST_BATCH = 4;
const BATCH = 64;

interface Noticed {
  readonly testCase: Case;
  readonly complaints: readonly Complaint[];
}

/** The first case of the plan that is complained of; a mistake that no case of the table brings out, none made of them does. */
async function firstNoticed(chamber: Chamber, plan: Plan, isIdle: () => boolean): Promise<Noticed | undefined> {
  const end = Math.min(plan.size, plan.poolSize + MADE);
  let size = FIRST_BATCH;
  for (let start = 0; start < end; start += size) {
    if (start >= plan.poolSize && isIdle()) return undefined;
    size = Math.min(size * 2, BATCH, end - start);
    const found = await chamber.examine(Array.from({ length: size }, (_, index) => start + index));
    const index = found.findIndex(({ length }) => length > 0);
    if (index >= 0) return { testCase: plan.at(start + index).testCase, complaints: found[index] ?? [] };
  }
  return undefined;
}

const outcome = (noticed: Noticed | undefined): Pick<Audited, 'noticedBy' | 'case'> =>
  noticed === undefined
    ? { noticedBy: [] }
    : { noticedBy: [...new Set(noticed.complaints.map(({ rule }) => rule))], case: noticed.testCase.id };

/** A parser together with the mapping of its values: mistakes are made in what that gives. */
const withMapping = (read: Read, toWire: (value: unknown) => unknown): Read =>
  after(read, (answer, { verdict }) =>
    answer.kind === 'value' && verdict === 'accept' ? { ...answer, value: toWire(answer.value) } : answer,
  );

/** Makes the usual mistakes of parsers, one after another. */
class Audit {
  private readonly source: ReturnType<typeof planSourceOf>;
  private readonly plan: Plan;

  constructor(private readonly options: AuditOptions) {
    this.source = planSourceOf(options);
    this.plan = new Plan(this.source);
  }

  async run(): Promise<Audited[]> {
    const { model } = this.options.response;
    const { rejectsWith: declared = [], signal, onAudited } = this.options;
    const quiet = plantingsFor({ model, pool: this.source.pool, declared });
    const audits = [
      ...quiet.map((planting) => () => this.quietly(planting)),
      ...LOUD_MISTAKES.map((name) => () => this.loudly(name)),
    ];
    const done: Audited[] = [];
    for (const audit of audits) {
      if (signal?.aborted === true) break;
      const audited = await audit();
      done.push(audited);
      onAudited?.(audited, done.length, audits.length);
    }
    return done;
  }

  private async quietly({ id, says, wrap, applied }: ReturnType<typeof plantingsFor>[number]): Promise<Audited> {
    const isIdle = (): boolean => applied?.() === 0;
    const { here } = this.options;
    const toWire = here.kind === 'loaded' ? here.toWire : undefined;
    const planted: Mistake = toWire === undefined ? wrap : (read) => wrap(withMapping(read, toWire));
    const noticed = await this.examined({ ...here, toWire: undefined } as ParserUnderTest, planted, isIdle);
    const excuse = noticed === undefined && isIdle() ? { excuse: 'no response is read otherwise because of it' } : {};
    return { id, says, ...outcome(noticed), ...excuse };
  }

  private async loudly(name: string): Promise<Audited> {
    const { parser } = this.options;
    const head = { id: name, says: 'ends or blocks the program that it runs in' };
    if (parser.kind !== 'module')
      return { ...head, noticedBy: [], excuse: 'it is planted only where the parser runs in a worker or a process' };
    const [, second] = this.source.pool.filter(({ verdict }) => verdict === 'accept');
    if (second === undefined) return { ...head, noticedBy: [], excuse: 'there is no second valid response' };
    return { ...head, ...outcome(await this.examined(parser, { name, at: second.id }, () => false)) };
  }

  private async examined(
    parser: ParserUnderTest,
    mistake: Mistake,
    isIdle: () => boolean,
  ): Promise<Noticed | undefined> {
    const { limit = DEFAULT_LIMIT } = this.options;
    const chamber = openChamber(parser, { facts: { ...factsOf(this.options), mistake }, plan: this.source, limit });
    try {
      return await firstNoticed(chamber, this.plan, isIdle);
    } finally {
      await chamber.close();
    }
  }
}

/**
 * Plants the usual mistakes of parsers behind one that passes, each on its own, and says which oracles notice them.
 * @throws Failure (environment, usage) as fuzzing does.
 */
export const audit = async (options: AuditOptions): Promise<Audited[]> => new Audit(options).run();
