import { type Case, type Contract, type JsonObject, type Operation, operationOf, plant, valueAt } from '../../contract';
import { jsonIn, objectIn } from '../body';
import { type Exchange, headerOf, type ReceivedResponse } from '../exchange';
import { judge, type Reference, resourceBefore, type TurnedOff } from '../judge';
import type { ReadPact } from '../pact-interaction';
import type { Passed } from '../passed';
import { type Chunk, chunksOf } from '../replay/numbered';
import { replay } from '../replay/replay';
import { Verifier } from '../replay/verifier';
import { blindReason } from './blind-reason';
import { RecordedStage } from './recorded-stage';

/** One departure that was planted, and what noticed it. */
export interface Audited {
  readonly operation: string;
  readonly caseId: string;
  /** The member that departs, as a site. */
  readonly site: string;
  readonly class: string;
  readonly byPacts: boolean;
  readonly byContract: boolean;
  /** Why the pacts did not notice it, where they did not. */
  readonly reason?: string;
}

/** What an audit needs. */
export interface AuditOptions {
  readonly reference: Reference;
  /** The departures of an operation's answer. */
  readonly rejectsOf: (operation: Operation) => Iterable<Case>;
  readonly turnedOff: TurnedOff;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** An answer in place of the one that an interaction got. */
export interface Replaced {
  readonly passed: Passed;
  readonly answer: ReceivedResponse;
}

/** A departure planted into one answer. */
interface Planted extends Replaced {
  readonly testCase: Case;
}

const isSuccess = ({ exchange }: Passed): boolean => Math.floor((exchange.response?.status ?? 0) / 100) === 2;

const hasValueAt = ({ exchange }: Passed, pointer: string): boolean => {
  const body = jsonIn(exchange.response?.body);
  return body !== undefined && valueAt(body, pointer) !== undefined;
};

const wrote = ({ exchange }: Passed, pointer: string): boolean => {
  const request: JsonObject | undefined = objectIn(exchange.request.body);
  return request !== undefined && Object.hasOwn(request, pointer.split('/')[1] ?? '');
};

/** The answers to plant a departure into: one in which the member stands, and one that the request wrote it into. */
function hosts(testCase: Case, passed: readonly Passed[]): Passed[] {
  const pointer = testCase.pointer ?? '';
  const having = passed.filter((one) => pointer === '' || hasValueAt(one, pointer));
  const plain = having.find((one) => !wrote(one, pointer)) ?? having[0] ?? passed[0];
  const written = having.find((one) => wrote(one, pointer));
  return [...new Set([plain, written])].filter((one) => one !== undefined);
}

function planted(testCase: Case, passed: Passed): Planted {
  const { headers = {}, status = 200, body } = passed.exchange.response ?? {};
  const answer = plant(testCase, jsonIn(body) ?? null);
  const type = testCase.headers['content-type'] ?? headerOf(headers, 'content-type');
  const kept = Object.entries(headers).filter(([name]) => name !== 'content-type' && name !== 'content-length');
  const sent = { ...Object.fromEntries(kept), ...(type === undefined ? {} : { 'content-type': type }) };
  return { testCase, passed, answer: { status, headers: sent, body: answer } };
}

function noticedByContract({ passed, answer }: Planted, { reference, turnedOff }: AuditOptions): boolean {
  const exchange: Exchange = { request: passed.exchange.request, response: answer };
  const before = resourceBefore(reference.contract, exchange, passed.interaction.states);
  return judge(reference, exchange, before, turnedOff).some(({ level }) => level === 'error');
}

/** By index, whether Pact's verifier noticed what was planted. */
async function noticedByPacts(
  verifier: Verifier,
  chunk: Chunk,
  answers: readonly ReceivedResponse[],
  timeoutMs: number,
): Promise<boolean[]> {
  const stage = new RecordedStage(answers);
  try {
    const urls = await stage.open();
    const replayed = await replay(verifier, chunk, { ...urls, timeoutMs });
    if ('crash' in replayed) throw new Error(replayed.crash);
    const broken = new Set(
      replayed.verdicts.filter(({ mismatches }) => mismatches.length > 0).map(({ index }) => index),
    );
    return answers.map((_, index) => broken.has(index));
  } finally {
    await stage.close();
  }
}

/** By index, whether Pact's verifier notices what stands in place of answers that passed. */
export async function pactsOn(
  pact: ReadPact,
  all: readonly Replaced[],
  options: Pick<AuditOptions, 'timeoutMs' | 'signal'>,
): Promise<boolean[]> {
  const chunks = chunksOf([{ ...pact, interactions: all.map(({ passed }) => passed.interaction) }]);
  const noticed: boolean[] = [];
  const verifier = new Verifier();
  try {
    for (const chunk of chunks) {
      if (options.signal?.aborted === true) break;
      const start = noticed.length;
      const answers = all.slice(start, start + chunk.interactions.length).map(({ answer }) => answer);
      noticed.push(...(await noticedByPacts(verifier, chunk, answers, options.timeoutMs)));
    }
  } finally {
    await verifier.close();
  }
  return noticed;
}

/** The class of a case's one departure, and where it is. */
const departureOf = ({ classes, id }: Case): { site: string; name: string } => {
  const [site, name] = Object.entries(classes)[0] ?? ['', id];
  return { site, name };
};

function auditedCase(operation: Operation, testCase: Case, noticed: { pacts: boolean; contract: boolean }): Audited {
  const { site, name } = departureOf(testCase);
  return {
    operation: operation.id,
    caseId: testCase.id,
    site,
    class: name,
    byPacts: noticed.pacts,
    byContract: noticed.contract,
    ...(noticed.pacts ? {} : { reason: blindReason(name) }),
  };
}

async function auditOperation(
  operation: Operation,
  passed: readonly Passed[],
  pact: ReadPact,
  options: AuditOptions,
): Promise<Audited[]> {
  const cases = [...options.rejectsOf(operation)];
  const all = cases.flatMap((testCase) => hosts(testCase, passed).map((host) => planted(testCase, host)));
  const byPacts = await pactsOn(pact, all, options);
  const noticed = new Map<Case, { pacts: boolean; contract: boolean }>();
  for (const [index, one] of all.entries()) {
    const before = noticed.get(one.testCase) ?? { pacts: false, contract: false };
    const contract = before.contract || noticedByContract(one, options);
    noticed.set(one.testCase, { pacts: before.pacts || byPacts[index] === true, contract });
  }
  return [...noticed].map(([testCase, what]) => auditedCase(operation, testCase, what));
}

/** An operation, the answers to it that succeeded, and the pact that they are of. */
export interface AnsweredOperation {
  readonly operation: Operation;
  readonly answered: readonly Passed[];
  readonly pact: ReadPact;
}

/** The operations of a contract that succeeded, with their answers. */
export function answeredOperations(
  contract: Contract,
  pacts: readonly ReadPact[],
  passed: readonly Passed[],
): AnsweredOperation[] {
  return contract.operations.flatMap((operation) => {
    const answered = passed.filter(isSuccess).filter(({ exchange: { request } }) => {
      const path = decodeURI(request.target.split('?')[0] as string);
      return operationOf(contract, request.method, path) === operation;
    });
    const pact = pacts.find(({ file }) => file === answered[0]?.interaction.file);
    return pact === undefined ? [] : [{ operation, answered, pact }];
  });
}

/**
 * How strong a verification is: plants each departure of the contract, one at a time, into answers that passed, and asks
 * Pact's verifier and the contract whether they notice.
 * @throws Error where Pact's verifier breaks.
 */
export async function audit(
  pacts: readonly ReadPact[],
  passed: readonly Passed[],
  options: AuditOptions,
): Promise<Audited[]> {
  const audited: Audited[] = [];
  for (const { operation, answered, pact } of answeredOperations(options.reference.contract, pacts, passed))
    audited.push(...(await auditOperation(operation, answered, pact, options)));
  return audited;
}
