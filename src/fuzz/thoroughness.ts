import { type Case, childPointer, type JsonValue, replaceAt, resolve, stringifyJson, toPointer } from '../contract';
import { shorten } from '../result';
import type { Answer } from './answer';
import type { Complaint } from './complaint';
import type { Examination, Job } from './examination';
import { compareAny, listOfPage, namesOf } from './faithful';
import { complaintsOf, NOTHING, type Observation } from './oracles';
import { withClockAhead } from './other-clock';
import type { Recent } from './recent';
import { serialiserOf, snapshotOf } from './serialise';
import { type Subject, textOf } from './subject';
import { takesUnlisted } from './takes-unlisted';
import { readTextTree } from './text-tree';
import { again, unknownMember, VARIATIONS, type Variation } from './variations';

type Call = (testCase: Case) => Answer | Promise<Answer>;

/** Of single cases all is asked; of the numbers of a plan, what costs the most only of every so many-th. */
const HISTORY_EVERY = 4;

/** How far ahead the other clock is: past every date that a program of today may hold to be far away. Milliseconds. */
const AHEAD = 40 * 365 * 24 * 3_600_000;

/** The turns in which a single case is varied. */
const EVERY_WAY = Array.from({ length: 16 }, (_, index) => index);

/** What is found by reading a response again, or one that says the same. */
export const THOROUGH_RULES: ReadonlySet<string> = new Set([
  ...VARIATIONS.map(({ rule }) => rule),
  'unstable-round-trip',
  'changes-later',
  'depends-on-history',
  'mixes-calls',
  'depends-on-clock',
]);

/** A case with another body; what else it is like is seldom looked at. */
class Retold implements Case {
  readonly verdict: Case['verdict'];
  readonly status: number;
  readonly headers: Case['headers'];

  constructor(
    private readonly first: Case,
    readonly body: string,
  ) {
    this.verdict = first.verdict;
    this.status = first.status;
    this.headers = first.headers;
  }

  get id(): string {
    return this.first.id;
  }

  get classes(): Case['classes'] {
    return this.first.classes;
  }

  get seed(): number {
    return this.first.seed;
  }
}

/** What is asked about a response that was read well, by reading it, and what says the same, again. */
export class Thoroughness {
  private readonly serialise: (value: unknown) => JsonValue | undefined;
  private readonly declared: ReadonlySet<string>;
  private readonly variations: readonly Variation[];
  private readonly turnedOff: ReadonlySet<string>;

  constructor(
    private readonly subject: Subject,
    private readonly recent: Recent,
    private readonly call: Call,
  ) {
    const root = resolve(subject.model.schema, subject.model.definitions);
    const isTolerant = subject.unknownFields === 'accept' && takesUnlisted(subject.model);
    this.serialise = serialiserOf(subject.model);
    this.declared = new Set(root.kind === 'object' ? root.properties.flatMap(namesOf) : []);
    this.turnedOff = new Set(subject.turnedOff);
    this.variations = VARIATIONS.filter(
      (variation) => !this.turnedOff.has(variation.rule) && (variation !== unknownMember || isTolerant),
    );
  }

  async examine(observation: Observation, value: unknown, job: Job): Promise<Examination> {
    const turn = typeof job === 'number' ? job : 0;
    const before = snapshotOf(value);
    const varied = await this.vary(observation, before, typeof job === 'number' ? turn : undefined);
    if (varied.length > 0) return varied;
    const clocked = await this.onAnotherClock(observation, before);
    if (clocked.length > 0) return clocked;
    const written = await this.writeAgain(observation, value);
    if (written.length > 0) return written;
    if (typeof job === 'number' && turn % HISTORY_EVERY !== 0) return NOTHING;
    const mixed = await this.afterOthers(observation, value, before);
    // Where two responses get into each other's way says which two they were, not where the parser is wrong.
    return mixed.filter(({ rule }) => !this.turnedOff.has(rule)).map((complaint) => ({ ...complaint, pointer: '' }));
  }

  /** Each variation in one way; of a single case, in every way. */
  private async vary(
    observation: Observation,
    before: JsonValue | undefined,
    turn: number | undefined,
  ): Promise<Examination> {
    const text = textOf(observation.testCase);
    const tree = readTextTree(text);
    if (tree === undefined) return NOTHING;
    for (const variation of this.variations) {
      for (const way of turn === undefined ? EVERY_WAY : [turn]) {
        const body = variation.make(tree, way, this.declared, text);
        if (body === undefined) continue;
        const found = await this.sameAs(observation, body, variation, variation === again ? before : undefined);
        if (found.length > 0) return found;
      }
    }
    return NOTHING;
  }

  /** The clock of a program says nothing about a response. Of a program that can only be asked, it cannot be changed. */
  private async onAnotherClock(observation: Observation, before: JsonValue | undefined): Promise<Examination> {
    if (this.subject.remote !== undefined || this.turnedOff.has('depends-on-clock')) return NOTHING;
    const way = { rule: 'depends-on-clock', difference: 'another time on the clock' };
    const withClock = (ahead: number): Promise<Examination> =>
      withClockAhead(ahead, () => this.sameAs(observation, textOf(observation.testCase), way, before));
    const found = await withClock(AHEAD);
    if (found.length === 0) return NOTHING;
    // What minds a `Date` that is not the one it keeps, as in a table of types, minds the right time, too.
    return (await withClock(0)).length > 0 ? NOTHING : found;
  }

  /**
   * Complains where a body is read otherwise than the one that says the same: in what the contract lists, and where
   * all of the value was seen `before`, in all of it.
   */
  private async sameAs(
    observation: Observation,
    body: string,
    { rule, difference }: Pick<Variation, 'rule' | 'difference'>,
    before?: JsonValue,
  ): Promise<Examination> {
    const answer = await this.call(new Retold(observation.testCase, body));
    if (answer.kind === 'thrown') {
      const { error } = answer;
      const actual = `${error.name}: ${shorten(error.message)}`;
      const message = `${difference} makes the parser refuse what it has read: ${actual}`;
      // Whatever stands in the body, it is the other spelling of the whole that it fails at.
      return [{ rule, pointer: '', message, expected: 'the same value', actual, error: error.facts }];
    }
    if (answer.kind === 'pending')
      return [
        {
          rule,
          pointer: undefined,
          message: `${difference} keeps the parser from answering`,
          expected: 'the same value',
          actual: 'no answer',
        },
      ];
    if (answer.kind === 'taken') return NOTHING;
    return this.differing(observation, answer.value, { rule, message: `${difference} changes what is read` }, before);
  }

  private differing(
    observation: Observation,
    value: unknown,
    { rule, message }: Pick<Complaint, 'rule' | 'message'>,
    before?: JsonValue,
  ): Examination {
    const differences = observation.differences(value);
    if (differences === undefined) return this.differingInAll(value, { rule, message }, before);
    const [told] = complaintsOf(differences, observation.explain ? observation.wire() : undefined) as [Complaint];
    return [{ ...told, rule, message: `${message}: ${told.message}` }];
  }

  /** What the parser gives beside what the contract lists must stay the same, too. */
  private differingInAll(
    value: unknown,
    { rule, message }: Pick<Complaint, 'rule' | 'message'>,
    before: JsonValue | undefined,
  ): Examination {
    const after = before === undefined ? undefined : snapshotOf(value);
    const [first] = (after === undefined ? undefined : compareAny(before as JsonValue, after)) ?? [];
    if (first === undefined) return NOTHING;
    const pointer = toPointer(first.path);
    const expected = `${pointer} as it was`;
    return [{ rule, pointer, message: `${message}: ${pointer}`, expected, actual: 'something else' }];
  }

  /** What was read, written and read again, is the same; what the contract does not list need not be written. */
  private async writeAgain(observation: Observation, value: unknown): Promise<Examination> {
    if (this.turnedOff.has('unstable-round-trip')) return NOTHING;
    const found = await this.readWritten(observation, value);
    return found.length > 0 && hasUnknownMember(observation.testCase) ? NOTHING : found;
  }

  /** The value as the wire has it; of a page whose list alone is given, the page with that list. */
  private written(observation: Observation, value: unknown): JsonValue {
    const wire = this.serialise(this.subject.toWire?.(value) ?? value) ?? null;
    const page = Array.isArray(wire) ? listOfPage(this.subject.model) : undefined;
    return page === undefined ? wire : replaceAt(observation.wire(), childPointer('', page), wire);
  }

  private async readWritten(observation: Observation, value: unknown): Promise<Examination> {
    const rule = 'unstable-round-trip';
    let text: string;
    try {
      text = stringifyJson(this.written(observation, value));
    } catch (error) {
      const actual = `${(error as Error).name}: ${shorten((error as Error).message)}`;
      return [
        { rule, pointer: '', message: 'the parsed value cannot be written again', expected: 'JSON text', actual },
      ];
    }
    return this.sameAs(observation, text, { rule, difference: 'writing the parsed value and reading it again' });
  }

  /** Of a parser that gives promises, what is begun before it has answered does not get into its way. */
  private async besideOthers(
    observation: Observation,
    others: readonly Case[],
    before: JsonValue | undefined,
  ): Promise<Examination> {
    if (!observation.isAsync || this.subject.remote !== undefined) return NOTHING;
    const way = { rule: 'mixes-calls', difference: 'reading other responses at the same time' };
    const found = this.sameAs(observation, textOf(observation.testCase), way, before);
    await Promise.all(others.map(this.call));
    return found;
  }

  /** Other responses change neither what was read before, nor what is read after them or at the same time. */
  private async afterOthers(
    observation: Observation,
    value: unknown,
    before: JsonValue | undefined,
  ): Promise<Examination> {
    const others = this.recent.others(observation.testCase);
    for (const other of others) await this.call(other);
    const message = 'reading other responses changes the value that was read before';
    const changed = this.differing(observation, value, { rule: 'changes-later', message }, before);
    if (changed.length > 0) return changed;
    const way = { rule: 'depends-on-history', difference: 'reading other responses before this one' };
    const dependent = await this.sameAs(observation, textOf(observation.testCase), way, before);
    // Only of what others do not change one after the other can it be that they do so at the same time.
    return dependent.length > 0 ? dependent : this.besideOthers(observation, others, before);
  }
}

const hasUnknownMember = ({ classes }: Case): boolean =>
  Object.values(classes).some((name) => name.startsWith('unknown member'));
