import { type Audited, audit, type FuzzOptions } from '../../fuzz';
import { fingerprint, type Result, type Run, runOf } from '../../result';
import { MISTAKEN_ENTRY, parserHere } from './subject';
import type { ParserWords } from './words';

const RULE = 'audit-unnoticed';

/** A mistake that nobody would notice is a finding; one that makes no difference is skipped, with the reason. */
export function resultOf({ id, says, noticedBy, case: caseId, excuse }: Audited): Result {
  if (excuse !== undefined) return { id, status: 'skipped', findings: [], reason: excuse };
  if (caseId !== undefined)
    return { id, status: 'passed', findings: [], details: { noticedBy: noticedBy.join(', '), case: caseId } };
  const [name = '', pointer = ''] = id.split(' ');
  const finding = {
    rule: RULE,
    level: 'error' as const,
    pointer: pointer.startsWith('/') ? pointer : '',
    message: `a parser that ${says} would not be noticed`,
    expected: 'a finding',
    actual: 'none',
    fingerprint: fingerprint({ rule: RULE, place: pointer, scope: name }),
  };
  return { id, status: 'failed', findings: [finding] };
}

/** What an audit came to: the mistakes and who noticed them, and a run to report. */
export interface AuditOutcome {
  readonly run: Run;
  readonly audited: readonly Audited[];
}

/** Plants the usual mistakes behind a parser that passes. @throws Failure as fuzzing does. */
export async function auditRun(
  words: ParserWords,
  options: FuzzOptions,
  { cwd, onAudited }: { readonly cwd: string; readonly onAudited: (done: number, all: number) => void },
): Promise<AuditOutcome> {
  const started = performance.now();
  const here = await parserHere(words, cwd);
  const audited = await audit({
    ...options,
    here,
    mistakenEntry: MISTAKEN_ENTRY,
    onAudited: (_one, done, all) => onAudited(done, all),
  });
  const { contract, seed } = options;
  const head = { command: 'fuzz-audit', contract, seed };
  return { run: runOf(head, audited.map(resultOf), Math.round(performance.now() - started)), audited };
}
