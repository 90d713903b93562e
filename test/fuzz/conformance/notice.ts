import type { FuzzOptions, ParserUnderTest } from '../../../src/fuzz';
import type { Mistake } from './mistakes';
import { fuzzed, type Style } from './subjects';

/** What came of a planted mistake. */
export interface Notice {
  /** The rule that noticed it; `undefined` where none did. */
  readonly rule: string | undefined;
  /** All rules that spoke, should none be the right one. */
  readonly others: readonly string[];
  /** How many cases were run until then. */
  readonly cases: number;
}

/** Runs a parser that has a mistake until one of the rules that may notice it does. */
export async function noticeOf(
  style: Style,
  parser: ParserUnderTest,
  { noticedBy }: Pick<Mistake, 'noticedBy'>,
  over: Partial<FuzzOptions> = {},
): Promise<Notice> {
  const enough = new AbortController();
  const rules = new Set<string>();
  let rule: string | undefined;
  let cases = 0;
  await fuzzed(style, parser, {
    runs: 5000,
    signal: enough.signal,
    onProgress: (standing) => {
      cases = standing.cases;
    },
    onFinding: ({ complaint }) => {
      rules.add(complaint.rule);
      if (!noticedBy.includes(complaint.rule)) return;
      rule ??= complaint.rule;
      enough.abort();
    },
    ...over,
  });
  return { rule, others: [...rules], cases };
}
