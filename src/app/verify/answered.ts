import { type ClassesOfBody, CoverageMeter } from '../../cases';
import {
  type Contract,
  type JsonValue,
  jsonValueIn,
  operationOf,
  successfulResponses,
  withoutIndexes,
} from '../../contract';
import { suspicionIn, suspicionText } from '../../covering';
import { cannotCarryIn } from '../../pact';
import type { ReadPact, Verified } from '../../provider';
import { type Coverage, coverageByPart, type Finding, type Result } from '../../result';
import { type PactAnswer, pactAnswers } from '../coverage/pact-answers';
import { areStatesIgnored } from '../coverage/states-ignored';
import type { References } from './references';

/** What of a verification is read here. */
type Answers = Pick<Verified, 'results' | 'exchanges'>;

/** What the answers of a verification tell beside whether they are right. */
export interface Answered {
  /** What the service's own answers cover, of several contracts each on its own; none where they are held to none. */
  readonly coverage?: Coverage;
  /** The results, with what only failing interactions have in common. */
  readonly results: readonly Result[];
  readonly warnings: readonly string[];
}

const MOST_NAMED = 3;

const hasMembers = (body: JsonValue | undefined): boolean => typeof body === 'object' && body !== null;

/**
 * The successful answers that came back, by the interaction that they answer.
 * @param asked the answers that the pacts ask for.
 */
function answersIn(contract: Contract, { exchanges }: Answers, asked: readonly PactAnswer[]): PactAnswer[] {
  const statuses = new Map(successfulResponses(contract).map(({ operation, status }) => [operation.id, status]));
  const plain = new Set(asked.filter(({ body }) => !hasMembers(body)).map(({ id }) => id));
  return exchanges.flatMap(({ interaction, exchange: { response } }): PactAnswer[] => {
    const operation = operationOf(contract, interaction.method, interaction.path)?.id;
    if (response === undefined || operation === undefined || statuses.get(operation) !== response.status) return [];
    const body = jsonValueIn(response.body.toString('utf8'));
    // Where members are asked for, a text or a number would count as an answer in which all of them are absent.
    const isCounted = body !== undefined && (hasMembers(body) || plain.has(interaction.id));
    return isCounted ? [{ id: interaction.id, operation, body }] : [];
  });
}

const tokensOf = (classes: readonly ClassesOfBody[]): Set<string> =>
  new Set(classes.flatMap((own) => [...own].flatMap(([site, names]) => [...names].map((name) => `${site} ${name}`))));

/** A service that answers alike whatever its states are is right in each answer, and shows next to nothing. */
function stateWarnings(asked: readonly ClassesOfBody[], seen: readonly ClassesOfBody[]): string[] {
  const [wanted, shown] = [tokensOf(asked), tokensOf(seen)];
  const missing = [...wanted].filter((token) => !shown.has(token));
  if (seen.length === 0 || !areStatesIgnored(missing.length, wanted.size)) return [];
  const some = missing.slice(0, MOST_NAMED).join(', ');
  return [
    `of ${wanted.size} classes that the pacts ask for, ${missing.length} were in no answer (${some}, ...): does the service set up the provider states that it is told?`,
  ];
}

/** What goes wrong, whichever operation and item it goes wrong at. */
const troubleOf = ({ rule, pointer }: Finding): string => `${rule} ${withoutIndexes(pointer)}`;

const troublesOf = ({ status, findings }: Result): string[] =>
  status === 'failed' ? findings.filter(({ level }) => level === 'error').map(troubleOf) : [];

const depthOf = (site: string): number => site.split('/').length;

/** Outer sites first: of suspects that are as likely, those are the easier ones to understand. */
const outerFirst = (classes: ClassesOfBody): ClassesOfBody =>
  new Map([...classes].sort(([left], [right]) => depthOf(left) - depthOf(right)));

/** The results with what only those interactions have in common that fail in the same way. */
function withSuspects(results: readonly Result[], classes: ReadonlyMap<string, ClassesOfBody>): Result[] {
  const told = new Map<string, string | undefined>();
  const suspectOf = (trouble: string): string | undefined => {
    const rows = results.flatMap((result) => {
      const levels = classes.get(result.id);
      return levels === undefined ? [] : [{ levels: outerFirst(levels), failed: troublesOf(result).includes(trouble) }];
    });
    return suspicionText(suspicionIn(rows));
  };
  return results.map((result) => {
    const [trouble] = troublesOf(result);
    if (trouble === undefined || !classes.has(result.id)) return result;
    if (!told.has(trouble)) told.set(trouble, suspectOf(trouble));
    const suspect = told.get(trouble);
    return suspect === undefined ? result : { ...result, details: { ...result.details, suspect } };
  });
}

/** What is told of one of the contracts that answers are held to. */
function answeredOf(contract: Contract, pacts: readonly ReadPact[], verified: Answers): Required<Answered> {
  const meter = new CoverageMeter(contract, { carries: cannotCarryIn(contract), fixed: contract.fixed });
  const failed = new Set(verified.results.filter(({ status }) => status === 'failed').map(({ id }) => id));
  const sent = new Set(verified.exchanges.map(({ interaction }) => interaction.id));
  const asked = pactAnswers(contract, pacts).filter(({ id }) => sent.has(id));
  const answers = answersIn(contract, verified, asked);
  for (const { operation, body, id } of answers) meter.see(operation, body, { id, failed: failed.has(id) });
  const classesOf = ({ operation, body }: PactAnswer): ClassesOfBody => meter.classesOf(operation, body);
  const classes = new Map(asked.map((answer) => [answer.id, classesOf(answer)]));
  return {
    coverage: meter.coverage(),
    results: withSuspects(verified.results, classes),
    warnings: stateWarnings([...classes.values()], answers.map(classesOf)),
  };
}

/**
 * Reads what the answers of a verification cover, and what the failing interactions have in common, for each contract
 * on its own.
 */
export function answered(pacts: readonly ReadPact[], verified: Answers, references: References): Answered {
  const contractOf = ({ interaction }: Answers['exchanges'][number]): Contract | undefined =>
    references.of(interaction)?.contract;
  const used = [...new Set(verified.exchanges.flatMap((exchange) => contractOf(exchange) ?? []))];
  const covered: [contract: string, coverage: Coverage][] = [];
  const warnings: string[] = [];
  let { results } = verified;
  for (const contract of used) {
    const exchanges = verified.exchanges.filter((exchange) => contractOf(exchange) === contract);
    const own = answeredOf(contract, pacts, { results, exchanges });
    covered.push([contract.name, own.coverage]);
    warnings.push(...own.warnings);
    results = own.results;
  }
  const coverage = covered.length === 1 ? covered[0]?.[1] : coverageByPart(covered);
  return { ...(coverage === undefined ? {} : { coverage }), results, warnings };
}
