import type { Verdict, WireNames } from '../../contract';
import type { Policy } from '../../fuzz';

/** How a parser is kept from ending or blocking the run. */
export const ISOLATIONS = ['worker', 'process', 'none'] as const;

/** What was said of a parser under test, of which contract it is to read, and of what it has to do. */
export interface ParserWords {
  /** A contract reference. */
  readonly contract: string;
  /** `file.ts#export`, or `cmd: ...`. */
  readonly parser: string;
  readonly rejectsWith: readonly string[];
  readonly isolate: (typeof ISOLATIONS)[number];
  /** `file.ts#export` of what gives a parsed value back as the wire has it. */
  readonly toWire?: string | undefined;
  readonly unknownFields?: Verdict | undefined;
  readonly unknownEnum?: Verdict | undefined;
  readonly unusualDates?: Verdict | undefined;
  /** What it does with what is invalid. */
  readonly invalid?: Policy['invalid'] | undefined;
  readonly givesDefaults: boolean;
  /** Rules that it is not held to, as `RULE=REASON`. */
  readonly without?: readonly string[] | undefined;
  readonly operation?: string | undefined;
  readonly wireNames?: WireNames | undefined;
}

/** What is asked of a run beside its parser. */
export interface RunWords {
  readonly seed: number;
  readonly runs?: number | undefined;
  /** Seconds, of the whole run. */
  readonly time?: number | undefined;
  /** Seconds, of one response. */
  readonly timeout: number;
  /** Megabytes that the parser may keep outside of the heap. */
  readonly memory?: number | undefined;
  /** An id, a file of cases, or a case. */
  readonly replay?: string | undefined;
  readonly corpus?: string | undefined;
  readonly shard?: string | undefined;
  readonly resume: boolean;
}

/** What is to be done about findings that are known. */
export interface BaselineWords {
  /** The file. */
  readonly baseline?: string | undefined;
  /** The reason for which all that is found is listed there. */
  readonly updateBaseline?: string | undefined;
  readonly until?: string | undefined;
}
