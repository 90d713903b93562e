import { generateCases } from '../../cases';
import type { Contract, Operation, WireNames } from '../../contract';
import { type Audited, audit, auditByMutants, type MutationAudit, verify } from '../../provider';
import { fingerprint, type Result, type Run, runOf } from '../../result';
import { validatorFor } from '../../validator';
import { contractFileOf, loadContract } from '../contract-reference';
import type { Tell } from '../document-warnings';
import { startLiveService } from '../live-service';
import { withPactsOf } from '../pacts/with-pacts-of';
import type { HttpOptions } from './http-access';
import { mutationCoverage, mutationResults } from './mutation-results';
import { prepare, verifyRun } from './verify-provider';
import type { VerifyProviderOptions } from './verify-provider-options';

/** Which verification is audited. */
export interface AuditOptions extends HttpOptions {
  /** The contract. */
  readonly reference: string;
  /** A service that passes; one of the contract is started where it is not given. */
  readonly providerBaseUrl?: string | undefined;
  readonly providerStatesSetupUrl?: string | undefined;
  /** The folder of pacts, or one of them. */
  readonly pacts?: string | undefined;
  /** A module of provider state handlers. */
  readonly states?: string | undefined;
  /** `K: V`, sent with each request. */
  readonly headers?: readonly string[] | undefined;
  readonly wireNames?: WireNames | undefined;
  /** Seconds to wait until the service is up. */
  readonly wait: number;
  readonly seed: number;
  /** How many answers are changed by the operators of others. */
  readonly mutants: number;
  readonly cwd: string;
  readonly onWarning?: Tell | undefined;
  readonly signal: AbortSignal;
}

/** What an audit came to. */
export interface AuditOutcome {
  readonly run: Run;
  /** Each planted departure; none where the service itself does not pass. */
  readonly audited: readonly Audited[];
  /** The answers changed by the operators of others; `undefined` where none were asked for, or the service does not pass. */
  readonly mutation: MutationAudit | undefined;
}

/** Departures of one class at one site are one result: noticed where each of them is. */
function resultsOf(audited: readonly Audited[]): Result[] {
  const rule = 'audit-unnoticed';
  return audited.map(({ operation, caseId, site, byPacts, byContract, reason, class: name }) => ({
    id: `${operation} ${caseId}`,
    status: byContract ? 'passed' : 'failed',
    findings: byContract
      ? []
      : [
          {
            rule,
            level: 'error',
            pointer: site,
            message: `${name} at ${site || 'the body'} was planted into an answer, and the verification did not notice`,
            expected: 'a finding',
            actual: byPacts ? 'a finding of the pacts alone' : 'none',
            fingerprint: fingerprint({ rule, place: site, scope: `${operation} ${name}` }),
          },
        ],
    details: {
      pacts: byPacts ? 'noticed' : `not noticed: ${reason}`,
      contract: byContract ? 'noticed' : 'not noticed',
    },
  }));
}

type Provider = Pick<VerifyProviderOptions, 'providerBaseUrl' | 'providerStatesSetupUrl'>;

/** The provider that was named, or one of the contract's own, started for the audit. */
async function withProvider<T>(
  contract: Contract,
  { providerBaseUrl, providerStatesSetupUrl }: AuditOptions,
  work: (provider: Provider) => Promise<T>,
): Promise<T> {
  if (providerBaseUrl !== undefined) return work({ providerBaseUrl, providerStatesSetupUrl });
  const service = await startLiveService(contract);
  try {
    return await work({ providerBaseUrl: service.url, providerStatesSetupUrl: service.statesUrl });
  } finally {
    await service.close();
  }
}

/**
 * Plants departures into answers that pass, and tells which of them a verification notices.
 * @throws Failure as a verification does.
 */
export async function auditVerification(options: AuditOptions): Promise<AuditOutcome> {
  const started = Date.now();
  const { reference, cwd, wireNames, providerBaseUrl } = options;
  const contract = await loadContract(reference, { cwd, wireNames, tell: options.onWarning });
  const wanted = { asked: options.pacts, isOwnService: providerBaseUrl === undefined, cwd };
  return withProvider(contract, options, (provider) =>
    withPactsOf(contract, wanted, (pacts) => auditedWith(contract, options, { provider, pacts, started })),
  );
}

interface Around {
  readonly provider: Provider;
  readonly pacts: string;
  readonly started: number;
}

async function auditedWith(
  contract: Contract,
  options: AuditOptions,
  { provider, pacts, started }: Around,
): Promise<AuditOutcome> {
  const { reference, cwd, seed, signal } = options;
  // The audit itself has told what documents warn of.
  const told = { onWarning: undefined };
  const prepared = await prepare({ ...options, ...told, ...provider, pacts, contract: reference });
  const { results: verified, exchanges } = await verify(prepared.pacts, prepared.verifying).finally(prepared.close);
  // Only answers that pass can show that a departure from them is noticed.
  if (verified.some(({ status }) => status === 'failed'))
    return { run: verifyRun(prepared, verified, Date.now() - started), audited: [], mutation: undefined };
  const [validator, { timeoutMs }] = [validatorFor(contract), prepared.verifying];
  const asking = { reference: validator, timeoutMs, signal };
  const rejectsOf = ({ id }: Operation) =>
    generateCases(contract, { operationId: id, mode: 'edge', verdict: 'reject', seed });
  const audited = await audit(prepared.pacts, exchanges, { ...asking, rejectsOf, turnedOff: {} });
  const drawn = { ...asking, count: options.mutants, seed };
  const mutation = options.mutants === 0 ? undefined : await auditByMutants(prepared.pacts, exchanges, drawn);
  const head = { command: 'audit', contract: contract.name, ...contractFileOf(reference, cwd), seed };
  const results = [...resultsOf(audited), ...(mutation === undefined ? [] : mutationResults(mutation))];
  const coverage = mutation === undefined ? {} : { coverage: mutationCoverage(mutation) };
  return { run: { ...runOf(head, results, Date.now() - started), ...coverage }, audited, mutation };
}
