import type { Case, MainResponse, Rule } from '../contract';
import type { Finding, Shard } from '../result';
import type { Bucket } from './bucket';
import type { ParserUnderTest } from './chambers';
import type { Policy } from './plan';
import type { Checkpoint, Standing } from './standing';

/** A finding, and the case that shows it. */
export interface Shown {
  readonly title: string;
  readonly rule: string;
  readonly testCase: Case;
}

/** What a parser is fuzzed with. */
export interface FuzzOptions {
  /** The name of the contract, for the run. */
  readonly contract: string;
  readonly response: MainResponse;
  readonly rules: readonly Rule[];
  readonly parser: ParserUnderTest;
  /** The names of the errors that count as a refusal; any error does where none is named. */
  readonly rejectsWith?: readonly string[] | undefined;
  readonly policy?: Policy | undefined;
  /** It gives defaults for what is absent: at one place always the same one. */
  readonly givesDefaults?: boolean | undefined;
  /** Rules that are turned off, each with the reason. */
  readonly turnedOff?: Readonly<Record<string, string>> | undefined;
  /** Kept from earlier runs: run before all others. One that the contract has left behind is skipped. */
  readonly kept?: readonly Case[] | undefined;
  /** Only what was kept. */
  readonly onlyKept?: boolean | undefined;
  /** Before what was kept some other cases are run: what depends on the responses before is seen only after such. */
  readonly afterOthers?: boolean | undefined;
  /** Run in this order. Beyond them, cases are made of their members. */
  readonly cases: Iterable<Case>;
  readonly seed: number;
  /** How many cases at most; 2000 where it is not given. */
  readonly runs?: number | undefined;
  /** How many milliseconds at most. */
  readonly time?: number | undefined;
  /** How many milliseconds one case may take; 2000 where it is not given. */
  readonly limit?: number | undefined;
  /** How many megabytes the parser may keep outside of the heap; 1024 where it is not given. */
  readonly memory?: number | undefined;
  /** After how many deaths the parser is given up, of which each isolate has its share; 300 where it is not given. */
  readonly mostDeaths?: number | undefined;
  /** The id of the one case to run. */
  readonly only?: string | undefined;
  /** Only the cases given, none that are made of them. */
  readonly onlyGiven?: boolean | undefined;
  /** Which part of the cases to run. */
  readonly shard?: Shard | undefined;
  /** What the contract says against a body. */
  readonly judge: (body: Buffer) => readonly Finding[];
  /** The command that runs one case again. */
  readonly replay?: ((id: string) => string) | undefined;
  /** A test that fails as long as something is found. */
  readonly snippet?: ((shown: Shown) => string) | undefined;
  /** Told of each finding when it is new. */
  readonly onFinding?: ((bucket: Bucket) => void) | undefined;
  /** Told now and then how far the run is. */
  readonly onProgress?: ((standing: Standing) => void) | undefined;
  /** Goes on from where an earlier run was stopped; all else must be as it was then. */
  readonly resume?: Checkpoint | undefined;
  /** Once it is aborted, the run ends with what is known. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; the monotonic clock where it is not given. */
  readonly now?: (() => number) | undefined;
}

/** How many responses a run has where nothing is said. */
export const DEFAULT_RUNS = 2000;
/** How long one call of a parser may take where nothing is said, in milliseconds of processor time. */
export const DEFAULT_LIMIT = 2000;
