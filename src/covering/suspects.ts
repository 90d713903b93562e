/** A row that was tried: what was special about it, and what became of it. */
export interface TriedRow {
  /** By factor, its level; of a factor of which several levels can be told at once, all of them. */
  readonly levels: ReadonlyMap<string, Iterable<string>>;
  readonly failed: boolean;
}

/** A level of a factor. */
export interface FactorLevel {
  readonly factor: string;
  readonly level: string;
}

/** Levels that stand together in failing rows only. */
export interface Suspect {
  readonly levels: readonly FactorLevel[];
  /** In how many of the failing rows they stand together. */
  readonly rows: number;
}

/** What only failing rows have in common. */
export interface Suspicion {
  /** The likeliest first: all of one size, and all in as many rows. */
  readonly suspects: readonly Suspect[];
  readonly failing: number;
  readonly passing: number;
}

/** Larger combinations stand in one row only, as a rule: they say nothing. */
const MOST_LEVELS = 3;
/** Rows with more levels than this are combined by pairs at most. */
const MOST_FOR_TRIPLES = 80;

type Tokens = readonly string[];

const tokensOf = ({ levels }: TriedRow): string[] =>
  [...levels].flatMap(([factor, own]) => [...own].map((level) => JSON.stringify([factor, level])));

function* combinations(tokens: Tokens, size: number, from = 0): Generator<string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= tokens.length - size; at++)
    for (const rest of combinations(tokens, size - 1, at + 1)) yield [tokens[at] as string, ...rest];
}

/** How many of the rows have all of these levels. */
const countIn = (rows: readonly ReadonlySet<string>[], tokens: Tokens): number =>
  rows.filter((row) => tokens.every((token) => row.has(token))).length;

const parsed = (token: string): FactorLevel => {
  const [factor, level] = JSON.parse(token) as [string, string];
  return { factor, level };
};

/** The combinations of a size that all failing rows have and no passing one; each with how many rows have it. */
function suspectsOf(
  failing: readonly Tokens[],
  passing: readonly Tokens[],
  size: number,
  isShared: boolean,
): Suspect[] {
  const [first = [], ...others] = failing;
  const rows = [...failing, ...passing].map((tokens) => new Set(tokens));
  const [bad, good] = [rows.slice(0, failing.length), rows.slice(failing.length)];
  const shared = first.filter((token) => bad.every((row) => row.has(token)));
  const sources = isShared ? [shared] : [first, ...others];
  const found = new Map<string, Suspect>();
  for (const tokens of sources) {
    if (size > 2 && tokens.length > MOST_FOR_TRIPLES) continue;
    for (const combination of combinations(tokens, size)) {
      const key = combination.join();
      if (found.has(key) || countIn(good, combination) > 0) continue;
      found.set(key, { levels: combination.map(parsed), rows: countIn(bad, combination) });
    }
  }
  return [...found.values()];
}

/**
 * The smallest combinations of levels that stand in failing rows and in no passing one: first those that all failing
 * rows have, since one cause explains them; where there are none, those that most of them have. None where nothing
 * fails, or where all rows do.
 */
export function suspicionIn(rows: readonly TriedRow[]): Suspicion {
  const tokens = rows.map(tokensOf);
  const [first = [], ...others] = tokens.map((own) => new Set(own));
  const inAll = new Set([...first].filter((token) => others.every((own) => own.has(token))));
  const telling = (failed: boolean): Tokens[] =>
    tokens.flatMap((own, index) => (rows[index]?.failed === failed ? [own.filter((token) => !inAll.has(token))] : []));
  const [failing, passing] = [telling(true), telling(false)];
  const counts = { failing: failing.length, passing: passing.length };
  if (failing.length === 0 || passing.length === 0) return { suspects: [], ...counts };
  for (const isShared of [true, false]) {
    for (let size = 1; size <= MOST_LEVELS; size++) {
      const suspects = suspectsOf(failing, passing, size, isShared);
      if (suspects.length === 0) continue;
      const most = Math.max(...suspects.map((suspect) => suspect.rows));
      return { suspects: suspects.filter((suspect) => suspect.rows === most), ...counts };
    }
  }
  return { suspects: [], ...counts };
}

const MOST_NAMED = 3;

/**
 * A suspicion in words: `/status INACTIVE with /address absent (in 3 of 3 failing, in none of 19 others)`; `undefined`
 * where there is none.
 */
export function suspicionText({ suspects, failing, passing }: Suspicion): string | undefined {
  const [first] = suspects;
  if (first === undefined) return undefined;
  const named = suspects
    .slice(0, MOST_NAMED)
    .map(({ levels }) => levels.map(({ factor, level }) => `${factor} ${level}`).join(' with '));
  const rest = suspects.length - MOST_NAMED;
  const more = rest > 0 ? `, or ${rest} ${rest === 1 ? 'other' : 'others'}` : '';
  return `${named.join(', or ')}${more} (in ${first.rows} of ${failing} failing, in none of ${passing} ${passing === 1 ? 'other' : 'others'})`;
}
