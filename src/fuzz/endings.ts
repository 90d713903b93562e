/** What it costs to look into an ending. */
interface Ending {
  /** How many smaller cases are tried. */
  readonly trials: number;
  /** How many of these may end or block it again: each one costs a program, or the time that is waited for an answer. */
  readonly deaths: number;
  /** How many members are tried as its cause. */
  readonly cures: number;
}

/** The rules that end or block a parser: after each of them it is started anew. */
const ENDINGS = {
  hang: { trials: 6, deaths: 4, cures: 8 },
  'out-of-memory': { trials: 12, deaths: 4, cures: 8 },
  'process-ended': { trials: 60, deaths: 8, cures: 24 },
  'protocol-broken': { trials: 60, deaths: 8, cures: 24 },
} as const satisfies Readonly<Record<string, Ending>>;

/** A rule that ends or blocks a parser. */
export type EndingRule = keyof typeof ENDINGS;

/** Returns what it costs to look into a rule's findings; `undefined` where the parser goes on after them. */
export const endingOf = (rule: string): Ending | undefined =>
  Object.hasOwn(ENDINGS, rule) ? ENDINGS[rule as EndingRule] : undefined;

/** Whether a rule's findings end, block or shake the program that they happen in: the parser is looked at from another. */
export const isLoud = (rule: string): boolean => rule === 'escaped-error' || endingOf(rule) !== undefined;
