import { instantOf, type JsonValue, type Predicate, type Rule, type UpdateSemantics, violations } from '../../contract';
import type { CaseTable } from '../case-table';
import type { Clause, SiteFactor, SiteLevel } from './factor';

type Term = Clause['terms'][number];

/** A body that holds a value at one site and nothing else; without the value, nothing at all. */
function bodyWith(pointer: string, { level }: Pick<SiteLevel, 'level'>): JsonValue {
  if (level === 'absent') return {};
  return pointer
    .split('/')
    .slice(1)
    .reduceRight<JsonValue>((inner, segment) => {
      if (/^\|\d+$/.test(segment)) return inner;
      if (segment === '[]') return [inner];
      const name = segment === '{}' ? 'key' : segment.replaceAll('~2', '').replaceAll('~1', '/').replaceAll('~0', '~');
      return Object.fromEntries([[name, inner]]);
    }, level.value);
}

const holds = (predicate: Predicate, level: Pick<SiteLevel, 'level'>): boolean => {
  const rule: Rule = { id: '', description: '', level: 'error', must: [predicate] };
  return violations(rule, { response: bodyWith(predicate.pointer, level) }).length === 0;
};

/** What does not vary: its plain value. */
const constantLevel = (table: CaseTable, pointer: string): Pick<SiteLevel, 'level'> => {
  const value = table.bySite.get(pointer)?.accept[0]?.values[0];
  return { level: value === undefined ? 'absent' : { value } };
};

/** The levels at which a predicate holds, or does not; `true` where all do of what does not vary. */
function termOf(
  table: CaseTable,
  factors: readonly SiteFactor[],
  predicate: Predicate,
  wanted: boolean,
): Term | boolean {
  const factor = factors.findIndex(({ site }) => site.pointer === predicate.pointer);
  if (factor < 0) return holds(predicate, constantLevel(table, predicate.pointer)) === wanted;
  const { levels } = factors[factor] as SiteFactor;
  return [factor, levels.flatMap((level, index) => (holds(predicate, level) === wanted ? [index] : []))];
}

/** Where all of `when` hold and one of `must` does not. */
export function ruleClauses(table: CaseTable, factors: readonly SiteFactor[], rules: readonly Rule[]): Clause[] {
  return rules.flatMap((rule) =>
    rule.must.flatMap((must): Clause[] => {
      const terms = [
        ...(rule.when ?? []).map((when) => termOf(table, factors, when, true)),
        termOf(table, factors, must, false),
      ];
      if (terms.includes(false)) return [];
      return [{ terms: terms.filter((term) => typeof term !== 'boolean'), reason: rule.description }];
    }),
  );
}

/** The sites that only some values of other sites let anything stand at. */
export const conditionalSites = (rules: readonly Rule[]): Set<string> =>
  new Set(
    rules.flatMap(({ when = [], must }) =>
      when
        .filter(({ pointer, present }) => present === true && must.some((other) => other.pointer !== pointer))
        .map(({ pointer }) => pointer),
    ),
  );

const timeOf = ({ level }: SiteLevel): number | undefined => (level === 'absent' ? undefined : instantOf(level.value));

/** A time that is never later than another one: no level of it with an earlier one of the other. */
function orderClauses(factors: readonly SiteFactor[], earlier: string, later: string): Clause[] {
  const [first, second] = [earlier, later].map((pointer) =>
    factors.findIndex(({ site }) => site.pointer === pointer),
  ) as [number, number];
  if (first < 0 || second < 0) return [];
  return (factors[first] as SiteFactor).levels.flatMap((level, index): Clause[] => {
    const time = timeOf(level);
    const before = (factors[second] as SiteFactor).levels.flatMap((other, at) => {
      const otherTime = timeOf(other);
      return time !== undefined && otherTime !== undefined && otherTime < time ? [at] : [];
    });
    const terms: Term[] = [
      [first, [index]],
      [second, before],
    ];
    return before.length === 0 ? [] : [{ terms, reason: `${earlier} is never later than ${later}` }];
  });
}

/** What the contract says of the order of times. */
export const timeClauses = (factors: readonly SiteFactor[], update: UpdateSemantics | undefined): Clause[] =>
  (update?.order ?? []).flatMap(([earlier, later]) => orderClauses(factors, earlier, later));
