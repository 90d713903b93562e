import { definitionsSent, type Model, type Operation, schemaSent, successOf } from '../../../contract';
import { judge, type Reference, resourceBefore } from '../../judge';
import type { ReadPact } from '../../pact-interaction';
import type { Passed } from '../../passed';
import { MEANING_RULES } from '../../rules';
import { answeredOperations, pactsOn } from '../audit';
import { type Mutant, MutantSource } from './mutants';
import type { Operator } from './operator';
import { type Reason, reasonFor } from './reasons';

/** Who noticed a mutant, or why nobody did. */
export type Outcome = 'contract' | 'known state' | Reason;

/** A mutant, and what came of it. */
export interface JudgedMutant {
  readonly mutant: Mutant;
  readonly operation: Operation;
  readonly outcome: Outcome;
}

/** The mutants of one field by one operator, counted. */
export interface MutationCell {
  readonly operation: string;
  readonly field: string;
  readonly operator: Operator;
  readonly planted: number;
  readonly counts: Readonly<Record<Outcome, number>>;
}

const STATE_RULES: ReadonlySet<string> = new Set(MEANING_RULES.map(({ id }) => id));

/** The model of the successful answer. */
function answerModel({ contract }: Reference, operation: Operation): Model | undefined {
  const schema = successOf(operation)?.schema;
  if (schema === undefined) return undefined;
  return { schema: schemaSent(schema, 'response'), definitions: definitionsSent(contract.definitions, 'response') };
}

/** What the validator, the rules and the known state say of a changed answer. */
function outcomeOf(mutant: Mutant, operation: Operation, reference: Reference): Outcome {
  const { interaction, exchange } = mutant.passed;
  const changed = { request: exchange.request, response: mutant.answer };
  const before = resourceBefore(reference.contract, changed, interaction.states);
  const errors = judge(reference, changed, before).filter(({ level }) => level === 'error');
  if (errors.some(({ rule }) => !STATE_RULES.has(rule))) return 'contract';
  if (errors.length > 0) return 'known state';
  return reasonFor(mutant, { reference, operation, before });
}

/** Draws mutants of the answers of an operation that passed, and tells of each who notices it. */
export function* judgedMutants(
  passed: readonly Passed[],
  operation: Operation,
  reference: Reference,
  { count, seed }: { readonly count: number; readonly seed: number },
): Generator<JudgedMutant> {
  const source = new MutantSource(passed, answerModel(reference, operation), seed);
  for (const mutant of source.draw(count))
    yield { mutant, operation, outcome: outcomeOf(mutant, operation, reference) };
}

/** A part of the mutants is sent to Pact's verifier, which takes far longer for one than the contract does. */
const SAMPLED = 20;
const MOST_SAMPLED = 200;

/** Every so many-eth mutant, so that the sample is in proportion. */
function sampleOf(judged: readonly JudgedMutant[]): JudgedMutant[] {
  const step = Math.max(SAMPLED, Math.ceil(judged.length / MOST_SAMPLED));
  return judged.filter((_, index) => index % step === 0);
}

/** What an audit by mutants came to. */
export interface MutationAudit {
  readonly judged: readonly JudgedMutant[];
  /** Of the mutants that Pact's verifier was asked about, how many it noticed. */
  readonly pacts: { readonly asked: number; readonly noticed: number };
}

/** What an audit by mutants needs. */
export interface MutationOptions {
  readonly reference: Reference;
  /** How many mutants are drawn, over all operations. */
  readonly count: number;
  readonly seed: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Changes answers that passed by the operators of published tools, one at a time, and tells of each who notices it: the
 * contract, the known state, or nobody and why; Pact's own verifier for a sample.
 * @throws Error where Pact's verifier breaks.
 */
export async function auditByMutants(
  pacts: readonly ReadPact[],
  passed: readonly Passed[],
  options: MutationOptions,
): Promise<MutationAudit> {
  const { reference, seed } = options;
  const operations = answeredOperations(reference.contract, pacts, passed);
  const count = Math.ceil(options.count / Math.max(1, operations.length));
  const judged: JudgedMutant[] = [];
  let [asked, noticed] = [0, 0];
  for (const { operation, answered, pact } of operations) {
    const own = [...judgedMutants(answered, operation, reference, { count, seed })];
    const sample = sampleOf(own).map(({ mutant }) => mutant);
    const seen = await pactsOn(pact, sample, options);
    judged.push(...own);
    asked += seen.length;
    noticed += seen.filter(Boolean).length;
  }
  return { judged, pacts: { asked, noticed } };
}

const NONE: MutationCell['counts'] = { contract: 0, 'known state': 0, equivalent: 0, open: 0, gap: 0 };

/** Counts mutants by operation, field and operator, in the order in which they were drawn first. */
export function cellsOf(judged: readonly JudgedMutant[]): MutationCell[] {
  const cells = new Map<string, MutationCell>();
  for (const { mutant, operation, outcome } of judged) {
    const { field, operator } = mutant;
    const key = [operation.id, field, operator.id].join('\n');
    const { planted = 0, counts = NONE } = cells.get(key) ?? {};
    const more = { ...counts, [outcome]: counts[outcome] + 1 };
    cells.set(key, { operation: operation.id, field, operator, planted: planted + 1, counts: more });
  }
  return [...cells.values()];
}
