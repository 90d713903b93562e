import type { Case, JsonValue } from '../contract';
import type { Agreement } from './agreement';
import type { Answer } from './answer';
import { type Compare, type Difference, differs } from './faithful';
import type { Observation } from './oracles';
import type { ParserResponse } from './parser';
import type { Planned } from './plan';
import { type Reaction, reactionOf } from './refusal';
import { wireOf } from './subject';

/** What is known of a parser, whatever case it is shown. */
export interface Known {
  /** The names of the errors that count as a refusal; none where any error does. */
  readonly declared: readonly string[];
  readonly compare: Compare;
  /** Where a body is put together from parts, a value can be held to them. */
  readonly agreement: Agreement | undefined;
  /** Gives a value back as the wire has it. */
  readonly toWire: ((value: unknown) => unknown) | undefined;
  /** Whether it may read what is invalid. */
  readonly mayPassInvalid: boolean;
  /** Whether the parser gives promises. */
  isAsync: boolean;
}

/** One case, and what the parser did with it. */
export class Observed implements Observation {
  readonly testCase: Case;
  readonly reaction: Reaction;

  constructor(
    private readonly known: Known,
    private readonly planned: Planned,
    readonly answer: Answer,
    readonly response: ParserResponse,
    readonly explain: boolean,
  ) {
    this.testCase = planned.view;
    this.reaction = reactionOf(answer, known.declared);
  }

  get declared(): readonly string[] {
    return this.known.declared;
  }

  get isAsync(): boolean {
    return this.known.isAsync;
  }

  get mayPassInvalid(): boolean {
    return this.known.mayPassInvalid;
  }

  get isPutTogether(): boolean {
    return this.planned.composition !== undefined;
  }

  wire(): JsonValue {
    return this.planned.wire ?? wireOf(this.testCase);
  }

  /** What throws when it is looked at is a difference of its own. */
  differences(value: unknown): Difference[] | undefined {
    const { compare, toWire } = this.known;
    try {
      const got = toWire === undefined ? value : toWire(value);
      return this.agrees(got) ? undefined : compare(this.wire(), got);
    } catch (error) {
      return differs('unreadable-value', this.wire(), error);
    }
  }

  private agrees(got: unknown): boolean {
    const { composition } = this.planned;
    if (composition === undefined || this.known.agreement === undefined) return false;
    try {
      return this.known.agreement.agrees(composition, got);
    } catch {
      return false;
    }
  }
}
