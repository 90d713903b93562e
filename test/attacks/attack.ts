import type { Bench } from './bench';

/** What an attack comes from. */
export type Kind =
  | 'services'
  | 'states'
  | 'parsers'
  | 'signals'
  | 'disks'
  | 'paths'
  | 'documents'
  | 'secrets'
  | 'determinism';

/** One attack: what is done, what must come, and what came when pactcheck was broken. */
export interface Attack {
  readonly name: string;
  /** Does it, and gives what came as text. */
  readonly came: (bench: Bench) => Promise<string>;
  /** What must come: each of these is found in the text. */
  readonly must: RegExp | readonly RegExp[];
  /** What must not come. */
  readonly mustNot?: RegExp | readonly RegExp[];
  /** What came while the fault was there: the row is red for it. */
  readonly broken: string;
  /** Temporary files that a process which had to be ended leaves: the next run removes them. */
  readonly leaves?: RegExp;
  /** Whether it takes long, so that only the whole table has it. */
  readonly isSlow?: boolean;
}

/** Thrown where something that an attack needs cannot be had on this machine: it is neither held nor failed. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
}

/** Attacks of one kind. */
export interface Table {
  readonly kind: Kind;
  readonly attacks: readonly Attack[];
}

/** What is left behind and must not be. */
export const leftOver = ({ leaves }: Pick<Attack, 'leaves'>, left: readonly string[]): string[] =>
  left.filter((one) => leaves?.test(one) !== true);

const listOf = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : Array.isArray(one) ? (one as readonly T[]) : [one as T];

/** Says why what came is not what must come; `undefined` where the attack was held. */
export function faultIn({ must, mustNot }: Pick<Attack, 'must' | 'mustNot'>, came: string): string | undefined {
  const missing = listOf<RegExp>(must).find((pattern) => !pattern.test(came));
  if (missing !== undefined) return `${missing} is not in what came: ${came.slice(0, 600)}`;
  const unwanted = listOf<RegExp>(mustNot).find((pattern) => pattern.test(came));
  return unwanted === undefined ? undefined : `${unwanted} is in what came: ${came.slice(0, 600)}`;
}
