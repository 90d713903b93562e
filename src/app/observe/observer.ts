import { CoverageMeter } from '../../cases';
import type { Contract, JsonValue, Operation, WireNames } from '../../contract';
import { type Addressing, OBSERVE_RULES, Observation } from '../../observe';
import { cannotCarryIn } from '../../pact';
import { isSecretName, MEANING_RULES, updateFindings } from '../../provider';
import { type Coverage, Failure, type Level, type Run, runOf } from '../../result';
import { VALIDATOR_CHECKS, validatorFor } from '../../validator';
import { contractDigest } from '../contract-digest';
import { contractFileOf, loadContract } from '../contract-reference';
import type { Tell } from '../document-warnings';
import { turnedOffWarnings } from '../turned-off';
import { turnedOffBy } from '../verify/turned-off';
import { addressingOf, isWholeDocument } from './addressing';

/** What exchanges are held to, and what is said of them: the same for every source of exchanges. */
export interface HoldOptions {
  /** A contract reference. */
  readonly contract: string;
  readonly wireNames?: WireNames | undefined;
  /** URLs at which the service answers, where the document does not say, or others. */
  readonly servers?: readonly string[] | undefined;
  /** Findings that weigh less are left out; `warning` where it is not given. */
  readonly minLevel?: Level | undefined;
  /** Headers of answers of which nothing is said. */
  readonly ignoredHeaders?: readonly string[] | undefined;
  /** `RULE=REASON`: rules that are turned off. */
  readonly without?: readonly string[] | undefined;
  readonly cwd: string;
  readonly onWarning?: Tell | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** So many answers of one operation are looked at for classes and pairs, which costs more than all else. */
const MOST_CLASSIFIED = 200;

const RULES = [...OBSERVE_RULES, ...MEANING_RULES, ...VALIDATOR_CHECKS].map(({ id }) => id);

/** A contract without the headers of which nothing is to be said. */
function withoutHeaders(contract: Contract, ignored: readonly string[]): Contract {
  const names = new Set(ignored.map((name) => name.toLowerCase()));
  if (names.size === 0) return contract;
  const operations = contract.operations.map((operation) => ({
    ...operation,
    responses: operation.responses.map((response) => ({
      ...response,
      headers: response.headers.filter(({ name }) => !names.has(name.toLowerCase())),
    })),
  }));
  return { ...contract, operations };
}

/** Classes and pairs of the first answers of each operation. */
class Classes {
  private readonly meter: CoverageMeter;
  private readonly counts = new Map<string, number>();
  /** Whether some answers were not looked at. */
  isPartial = false;

  constructor(contract: Contract) {
    this.meter = new CoverageMeter(contract, { carries: cannotCarryIn(contract), fixed: contract.fixed });
  }

  see({ id }: Operation, value: JsonValue, seen: { id: string; failed: boolean }): void {
    const count = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, count);
    if (count > MOST_CLASSIFIED) this.isPartial = true;
    else this.meter.see(id, value, seen);
  }

  coverage(): Coverage | undefined {
    return this.counts.size === 0 ? undefined : this.meter.coverage({ isOfSeen: true });
  }
}

/** Holds exchanges from any source to a contract, and gives the run. */
export interface Observer {
  readonly contract: Contract;
  readonly observation: Observation;
  /** Ends it. @throws Failure (nothing tested) where no exchange is one of the contract. */
  readonly run: () => Run;
}

function nothing(
  { exchanges }: { exchanges: number },
  contract: Contract,
  reasons: Readonly<Record<string, number>>,
): Failure {
  const told = Object.entries(reasons)
    .slice(0, 3)
    .map(([reason, count]) => `${count}: ${reason}`);
  const why = told.length === 0 ? '' : ` (${told.join('; ')})`;
  return new Failure(
    'nothing tested',
    exchanges === 0
      ? `there was no exchange to hold to ${contract.name}`
      : `none of ${exchanges} exchanges is one of ${contract.name}${why}`,
    'Name where the service answers with --server URL, or give the document of this service.',
  );
}

/**
 * Makes ready to hold exchanges to a contract.
 * @throws Failure (usage) where the contract cannot be read, or a rule that is turned off is not known.
 */
export async function observerFor(options: HoldOptions): Promise<Observer> {
  const started = performance.now();
  const { contract: reference, wireNames, cwd, servers = [], without = [], ignoredHeaders = [] } = options;
  const whole = await loadContract(reference, { cwd, wireNames, tell: options.onWarning, isWhole: true });
  const contract = withoutHeaders(whole, ignoredHeaders);
  const off = turnedOffBy(without, [contract], RULES);
  const ignoresType = ignoredHeaders.some((name) => name.toLowerCase() === 'content-type');
  const addressing: Addressing = addressingOf(reference, servers, cwd);
  const classes = new Classes(contract);
  const observation = new Observation({
    judge: validatorFor(contract),
    meaning: (operation, update) => updateFindings(contract, operation, update),
    addressing,
    isSecret: isSecretName,
    isWholeApi: isWholeDocument(reference),
    isOff: (rule) => Object.hasOwn(off, rule) || (ignoresType && rule === 'content-type'),
    onAnswer: (operation, value, seen) => classes.see(operation, value, seen),
  });
  const run = (): Run => {
    const { results, seen, warnings } = observation.outcome(options.minLevel ?? 'warning');
    if (seen.judged === 0) throw nothing(seen, contract, seen.passedOver);
    const head = { command: 'observe', contract: contract.name, ...contractFileOf(reference, cwd), seed: 1 };
    const coverage = classes.coverage();
    const told = [...warnings, ...turnedOffWarnings(off)];
    return {
      ...runOf(head, results, Math.round(performance.now() - started)),
      ...(coverage === undefined ? {} : { coverage }),
      contractDigest: contractDigest([whole]),
      ...(told.length === 0 ? {} : { warnings: told }),
      ...(options.signal?.aborted === true ? { interrupted: true as const } : {}),
      seen,
    };
  };
  return { contract, observation, run };
}
