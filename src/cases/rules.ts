import { type Exchange, isAnswerable, type JsonValue, type Predicate, type Rule, violations } from '../contract';
import type { CaseTable } from './case-table';
import { compose, type Level, type Levels } from './compose';

/** The rules that a body alone can break. */
export const rulesOfBody = (rules: readonly Rule[]): Rule[] =>
  rules.filter((rule) => isAnswerable(rule, { response: null }));

/** The rules that a body breaks, judged without its request. */
export function brokenRules(rules: readonly Rule[], body: JsonValue): Rule[] {
  const exchange: Exchange = { response: body };
  return rules.filter((rule) => violations(rule, exchange).length > 0);
}

/** A body, and which of the rules it breaks. */
export interface Settled {
  readonly body: JsonValue;
  readonly broken: readonly Rule[];
  /** The levels given, and those that were changed for the rules. */
  readonly levels: Levels;
}

const MOST_CHANGES = 16;

/**
 * Composes a body that keeps the rules where that can be: sites whose level was not given are changed, one at a
 * time, as long as that leaves fewer rules broken. `undefined` where no body can be made.
 */
export function settle(table: CaseTable, rules: readonly Rule[], given: Levels): Settled | undefined {
  let here = settled(table, rules, given);
  for (let change = 0; here !== undefined && here.broken.length > 0 && change < MOST_CHANGES; change += 1) {
    const better = improvement(table, rules, given, here);
    if (better === undefined) return here;
    here = better;
  }
  return here;
}

function settled(table: CaseTable, rules: readonly Rule[], levels: Levels): Settled | undefined {
  const body = compose(table, levels);
  return body === undefined ? undefined : { body, broken: brokenRules(rules, body), levels };
}

function improvement(table: CaseTable, rules: readonly Rule[], given: Levels, from: Settled): Settled | undefined {
  for (const rule of from.broken) {
    for (const predicate of [...rule.must, ...(rule.when ?? [])]) {
      for (const level of given.has(predicate.pointer) ? [] : alternatives(table, predicate)) {
        const next = settled(table, rules, new Map([...from.levels, [predicate.pointer, level]]));
        const isValid = next !== undefined && table.making.allows(table.model.schema, next.body);
        if (isValid && next.broken.length < from.broken.length) return next;
      }
    }
  }
  return undefined;
}

/** What else may stand at the site of a predicate. */
function alternatives(table: CaseTable, predicate: Predicate): Level[] {
  const classes = table.bySite.get(predicate.pointer);
  if (classes === undefined) return [];
  const values = classes.accept.map((row): Level => ({ value: row.values[0] as JsonValue }));
  return classes.site.optional ? [...values, 'absent'] : values;
}
