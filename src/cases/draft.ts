import type { Case, JsonValue, MainResponse, Rule, Verdict } from '../contract';
import { bodyMembers, stringifyJson } from '../contract';
import type { CaseTable } from './case-table';
import { type Levels, placeOf } from './compose';
import { rulesOfBody, type Settled, settle } from './rules';
import { tableOf } from './table';

/** All that cases of one response are made from. */
export interface Bench {
  readonly table: CaseTable;
  readonly rules: readonly Rule[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly seed: number;
}

/** The bench of a response. */
export const benchOf = (main: MainResponse, rules: readonly Rule[], seed: number): Bench => ({
  table: tableOf(main.model),
  rules: rulesOfBody(rules),
  status: main.status,
  headers: { 'content-type': main.response.mediaType ?? 'application/json' },
  seed,
});

/** A case to be: what is special about it, and what the table says of that. */
export interface Draft {
  readonly id: string;
  readonly verdict: Verdict;
  readonly levels: Levels;
  readonly classes: Readonly<Record<string, string>>;
  readonly reason?: string;
  /** Of a reject case: the site of the departure. */
  readonly site?: string;
}

/** A case with these bytes as its body. */
export function caseWith(
  bench: Bench,
  bytes: Buffer,
  parts: Pick<Case, 'id' | 'verdict' | 'classes' | 'reason' | 'pointer'>,
): Case {
  const { status, headers, seed } = bench;
  const { id, verdict, classes, pointer, reason } = parts;
  return {
    id,
    verdict,
    status,
    headers,
    ...bodyMembers(bytes),
    classes,
    seed,
    ...(pointer === undefined ? {} : { pointer }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What a parser must do with a body that a draft led to; `undefined` where the body is not what was meant. */
function judged(bench: Bench, draft: Draft, { body, broken }: Settled): Pick<Case, 'verdict' | 'reason'> | undefined {
  const { making, model } = bench.table;
  const isValid = draft.verdict === 'reject' ? making.mayAllow(model.schema, body) : making.allows(model.schema, body);
  if (isValid === (draft.verdict === 'reject')) return undefined;
  if (!isValid || draft.verdict === 'either') return { verdict: draft.verdict, ...reasonOf(draft.reason) };
  const [rule] = broken;
  return rule === undefined ? { verdict: 'accept' } : { verdict: 'either', reason: rule.description };
}

const reasonOf = (reason: string | undefined): { reason?: string } => (reason === undefined ? {} : { reason });

/** The case of a draft; `undefined` where no body can be made that is what the draft says. */
export function caseOf(bench: Bench, draft: Draft): Case | undefined {
  const made = settle(bench.table, bench.rules, draft.levels);
  const judgement = made === undefined ? undefined : judged(bench, draft, made);
  if (made === undefined || judgement === undefined) return undefined;
  const place = draft.site === undefined ? {} : pointerIn(made.body, draft.site, draft.classes);
  if (place === undefined) return undefined;
  const bytes = Buffer.from(stringifyJson(made.body), 'utf8');
  return caseWith(bench, bytes, { id: draft.id, classes: draft.classes, ...judgement, ...place });
}

/** A departure must be there; of a missing member its place is where it would be. */
function pointerIn(
  body: JsonValue,
  site: string,
  classes: Readonly<Record<string, string>>,
): { pointer: string } | undefined {
  if (classes[site] !== 'missing') {
    const pointer = placeOf(body, site);
    return pointer === undefined ? undefined : { pointer };
  }
  const cut = site.lastIndexOf('/');
  const parent = placeOf(body, site.slice(0, cut));
  return parent === undefined ? undefined : { pointer: parent + site.slice(cut).replace('~2', '') };
}

/** The body of a typical case, as text; `undefined` where no body can be made. */
export function typicalText(bench: Bench): string | undefined {
  const made = settle(bench.table, bench.rules, new Map());
  return made === undefined ? undefined : stringifyJson(made.body);
}
