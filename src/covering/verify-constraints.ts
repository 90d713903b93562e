import type { Row } from './model';
import type { ResolvedModel, Term } from './resolved-model';

/** By factor, which of its levels it may take: 1 or 0 by level. */
type Domains = readonly Uint8Array[];

/**
 * The verifier's own exact answer to what constraints allow. Each constraint is kept by denying one of its terms, so
 * the search branches on which one, the constraint with fewest ways out first.
 */
export class VerifierConstraints {
  private readonly valid: Domains;
  private readonly group: readonly number[];
  /** By factor and level, a number that levels share which no constraint tells apart. */
  private readonly kinds: readonly (readonly number[])[];
  private readonly answers = new Map<string, boolean>();

  constructor(private readonly model: ResolvedModel) {
    this.valid = model.factors.map(({ levels }) => Uint8Array.from(levels, ({ invalid }) => (invalid ? 0 : 1)));
    this.group = groups(model);
    this.kinds = kindsOf(model);
  }

  /** Whether what is known of a row is free of forbidden conjunctions. */
  isAllowed(row: Row): boolean {
    return this.model.forbidden.every((terms) =>
      terms.some(({ factor, levels }) => !levels.includes(row[factor] ?? -1)),
    );
  }

  /** Whether some row has one of these levels for each of these factors, and valid levels everywhere else. */
  isPossible(terms: readonly Term[]): boolean {
    const key = terms.map(({ factor, levels }) => {
      const kinds = new Set(levels.map((level) => this.kinds[factor]?.[level]));
      return [factor, ...[...kinds].sort()].join(' ');
    });
    const known = this.answers.get(key.join());
    if (known !== undefined) return known;
    const answer = this.search(terms);
    this.answers.set(key.join(), answer);
    return answer;
  }

  private search(terms: readonly Term[]): boolean {
    const domains = [...this.valid];
    const concerned = new Set(terms.map(({ factor }) => this.group[factor]));
    for (const { factor, levels } of terms) {
      domains[factor] = Uint8Array.from(this.valid[factor] ?? [], (_, level) => (levels.includes(level) ? 1 : 0));
    }
    const clauses = this.model.forbidden.filter(
      ([first]) => first === undefined || concerned.has(this.group[first.factor]),
    );
    return satisfiable(clauses, domains);
  }
}

/** By factor and level, which constraints name the level, as a number; of invalid levels a number of their own. */
function kindsOf({ factors, forbidden }: ResolvedModel): number[][] {
  const named = factors.map(({ levels }) => levels.map(({ invalid }) => (invalid ? ['invalid'] : [])));
  forbidden.forEach((terms, constraint) => {
    for (const { factor, levels } of terms) for (const level of levels) named[factor]?.[level]?.push(`${constraint}`);
  });
  return named.map((levels) => {
    const keys = levels.map((constraints) => constraints.join());
    return keys.map((key) => keys.indexOf(key));
  });
}

/** By factor, a number that factors joined by constraints share. */
function groups({ factors, forbidden }: ResolvedModel): number[] {
  const group = factors.map((_, factor) => factor);
  for (const terms of forbidden) {
    const joined = new Set(terms.map(({ factor }) => group[factor]));
    const least = Math.min(...terms.map(({ factor }) => group[factor] ?? 0));
    group.forEach((label, factor) => {
      if (joined.has(label)) group[factor] = least;
    });
  }
  return group;
}

function satisfiable(clauses: readonly (readonly Term[])[], domains: Domains): boolean {
  const open = clauses.filter((terms) => !terms.some((term) => isDenied(term, domains)));
  if (open.length === 0) return true;
  const ways = open.map((terms) => terms.filter((term) => canDeny(term, domains)));
  const narrowest = ways.reduce((best, terms) => (terms.length < best.length ? terms : best));
  return narrowest.some((term) => satisfiable(open, denied(term, domains)));
}

const isDenied = ({ factor, levels }: Term, domains: Domains): boolean =>
  levels.every((level) => domains[factor]?.[level] === 0);

const canDeny = ({ factor, levels }: Term, domains: Domains): boolean =>
  domains[factor]?.some((possible, level) => possible === 1 && !levels.includes(level)) === true;

const denied = ({ factor, levels }: Term, domains: Domains): Domains =>
  domains.map((domain, index) =>
    index === factor ? domain.map((possible, level) => (levels.includes(level) ? 0 : possible)) : domain,
  );
