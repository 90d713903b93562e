import type { Case } from '../../contract';
import type { Complaint } from '../complaint';
import type { Growth } from './growths';
import type { Stopwatch } from './stopwatch';

/** Has the parser read a case, whatever comes of it. */
type Call = (testCase: Case) => unknown;

/** Bytes. A quadratic parser that is worth a word takes tens of milliseconds for the second of them. */
const SIZES = [8_192, 32_768, 131_072] as const;

/** Four times the size takes four times as long; sixteen where the time grows with the square. */
const STEEP = 10;

/** The shortest of so many times is the parser's own. */
const REPEATS = 3;

/** What takes longer than this once is not repeated, and nothing longer is tried. Milliseconds. */
const LONG = 500;

/** Measures how the time of a parser grows with the size of what it reads. */
export class GrowthExaminer {
  constructor(
    private readonly call: Call,
    private readonly stopwatch: Stopwatch,
  ) {}

  /** What is to be said about a way of growing; `testCase` is the response that the bodies are put into. */
  async examine(testCase: Case, growth: Growth): Promise<readonly Complaint[]> {
    const steepAt = await this.steepAt(testCase, growth, growth.pointers);
    if (steepAt === undefined) return [];
    const pointer = (await this.culprit(testCase, growth, steepAt)) ?? '';
    const place = pointer === '' ? 'the body' : pointer;
    return [
      {
        rule: 'super-linear-time',
        pointer,
        message: `the time that the parser takes grows faster than ${place}, with ${growth.name}`,
        expected: 'four times the size takes four times the time',
        actual: `four times the size takes more than ${STEEP} times the time`,
      },
    ];
  }

  /** The size from which on the time grows too fast; what looks so is measured twice. */
  private async steepAt(testCase: Case, growth: Growth, pointers: readonly string[]): Promise<number | undefined> {
    const timeOf = (size: number): Promise<number> => this.time({ ...testCase, body: growth.write(size, pointers) });
    let [size, ...larger] = SIZES as readonly number[];
    let before = await timeOf(size as number);
    for (const next of larger) {
      const after = await timeOf(next);
      const isSteep = this.isSteep(before, after);
      if (isSteep && this.isSteep(await timeOf(size as number), await timeOf(next))) return size;
      if (after > LONG) return undefined;
      [size, before] = [next, after];
    }
    return undefined;
  }

  private isSteep(before: number, after: number): boolean {
    return after >= this.stopwatch.least && after > STEEP * Math.max(before, 1);
  }

  /** The one place that is enough to be slow. */
  private async culprit(testCase: Case, growth: Growth, size: number): Promise<string | undefined> {
    if (growth.pointers.length < 2) return growth.pointers[0];
    for (const pointer of growth.pointers) {
      const before = await this.time({ ...testCase, body: growth.write(size, [pointer]) });
      const after = await this.time({ ...testCase, body: growth.write(4 * size, [pointer]) });
      if (this.isSteep(before, after)) return pointer;
    }
    return undefined;
  }

  private async time(testCase: Case): Promise<number> {
    let shortest = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < REPEATS && (turn === 0 || shortest < LONG); turn += 1) {
      const start = this.stopwatch.read();
      await this.call(testCase);
      shortest = Math.min(shortest, this.stopwatch.read() - start);
    }
    return shortest;
  }
}
