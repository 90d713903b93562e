import type { Answer } from '../answer';
import { type Asked, type CommandParser, type Entry, Here, type LoadedParser, openSubject } from '../chambers';
import { DEFAULT_LIMIT, type FuzzOptions } from '../options';
import { Plan } from '../plan';
import { requestFor } from '../request';
import { factsOf, planSourceOf } from '../source';
import type { Read, Subject } from '../subject';
import { programPlantings } from './in-a-program';
import { firstNoticed, type Noticed } from './noticed';
import { after, type Planting } from './planting';
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

/** A fuzzing that passes, and the parser as it can be asked from this thread: mistakes that are quiet are made here. */
export interface AuditOptions extends FuzzOptions {
  readonly here: LoadedParser | CommandParser;
  /** The program that makes a parser's mistakes for it: it runs `runFuzzProgram` with `mistaken`. */
  readonly mistakenEntry: Entry;
  /** Told of each mistake when it is done with. */
  readonly onAudited?: ((audited: Audited, done: number, all: number) => void) | undefined;
}

/** So many cases are made beyond those of the table before a mistake counts as unnoticed. */
const MADE = 800;

const NO_DIFFERENCE = 'no response is read otherwise because of it';
const MEANT = 'the parser is said to give defaults (--gives-defaults)';

const outcome = (noticed: Noticed | undefined): Pick<Audited, 'noticedBy' | 'case'> =>
  noticed === undefined
    ? { noticedBy: [] }
    : { noticedBy: [...new Set(noticed.complaints.map(({ rule }) => rule))], case: noticed.testCase.id };

/** A parser together with the mapping of its values: mistakes are made in what that gives. */
const withMapping = (read: Read, toWire: Subject['toWire']): Read =>
  toWire === undefined
    ? read
    : after(read, (answer, { verdict }) =>
        answer.kind === 'value' && verdict === 'accept' ? { ...answer, value: toWire(answer.value) } : answer,
      );

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** Makes the usual mistakes of parsers, one after another, behind a parser that can be asked. */
class Audit {
  private readonly source: ReturnType<typeof planSourceOf>;
  private readonly plan: Plan;
  /** What the parser makes of each case of the table, without a mistake. */
  private answers: readonly Answer[] = [];

  constructor(private readonly options: AuditOptions) {
    this.source = planSourceOf(options);
    this.plan = new Plan(this.source);
  }

  async run(): Promise<Audited[]> {
    const { here, limit = DEFAULT_LIMIT } = this.options;
    const asked = await openSubject(here, { facts: factsOf(this.options), plan: this.source, limit });
    try {
      this.answers = await this.answersOf(asked);
      return await this.all(asked);
    } finally {
      await asked.close();
    }
  }

  private async all({ subject }: Asked): Promise<Audited[]> {
    const { response, rejectsWith: declared = [], signal, onAudited } = this.options;
    const quiet = plantingsFor({ model: response.model, pool: this.source.pool, declared });
    const audits = [
      ...quiet.map((planting) => () => this.quietly(planting, subject)),
      ...programPlantings({ options: this.options, source: this.source }).map((planting) => async () => {
        const { id, says } = planting;
        const found = await planting.look();
        return typeof found === 'string' ? { id, says, noticedBy: [], excuse: found } : { id, says, ...outcome(found) };
      }),
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

  private async answersOf({ subject }: Asked): Promise<Answer[]> {
    const request = { body: requestFor(this.options.response.model) };
    const answers: Answer[] = [];
    for (const testCase of this.source.pool)
      answers.push(
        await subject.read(testCase, { status: testCase.status, headers: { ...testCase.headers }, request }),
      );
    return answers;
  }

  private async quietly(planting: Planting, { toWire, ...subject }: Subject): Promise<Audited> {
    const { id, says, wrap, applied } = planting;
    const chamber = new Here({ ...subject, read: wrap(withMapping(subject.read, toWire)) }, this.plan);
    const noticed = await this.noticed(chamber, planting);
    if (noticed !== undefined) return { id, says, ...outcome(noticed) };
    const excuse = applied?.() === 0 ? NO_DIFFERENCE : this.meant(id);
    return { id, says, noticedBy: [], ...(excuse === undefined ? {} : { excuse }) };
  }

  private meant(id: string): string | undefined {
    return this.options.givesDefaults === true && id.startsWith('gives-a-default ') ? MEANT : undefined;
  }

  /** First the cases of the table that it changes; a mistake that none of them brings out, none made of them does. */
  private async noticed(chamber: Here, { changes, applied, isSlow }: Planting): Promise<Noticed | undefined> {
    const { plan } = this;
    if (isSlow === true) return firstNoticed(chamber, plan, range(plan.poolSize, plan.mutantsFrom));
    const table = range(0, plan.poolSize);
    const telling =
      changes === undefined
        ? table
        : table.filter((number) => changes(this.answers[number] as Answer, plan.at(number).testCase));
    const noticed = await firstNoticed(chamber, plan, telling);
    if (noticed !== undefined || telling.length === 0 || applied?.() === 0) return noticed;
    return firstNoticed(chamber, plan, range(plan.poolSize, Math.min(plan.size, plan.poolSize + MADE)));
  }
}

/**
 * Plants the usual mistakes of parsers behind one that passes, each on its own, and says which oracles notice them.
 * @throws Failure (environment, usage) as fuzzing does.
 */
export const audit = async (options: AuditOptions): Promise<Audited[]> => new Audit(options).run();
