import { readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { unsendableIn } from '../../src/app/pacts/request-making';
import { generateCases } from '../../src/cases';
import { bodyBytes, ContractError, defineContract, type JsonObject, type OperationSource } from '../../src/contract';
import { type ImportedDocument, readDocument, sourceOfDocument } from '../../src/importers';
import { judgedRequests } from '../../test/support/judges/made-requests';
import { isBeyondAjv, OriginalJudge } from '../../test/support/original-judge';
import { originalSchema } from './original-schema';

/** How much of each document is looked at. */
export interface Limits {
  /** Of how many operations cases are judged, spread over all of them. */
  readonly operations: number;
  /** Of how many cases of each. */
  readonly cases: number;
}

/** What became of one document. */
export interface Surveyed {
  readonly file: string;
  readonly bytes: number;
  readonly ms: number;
  readonly operations: number;
  /** Successful answers of JSON that a contract can express. */
  readonly supported: number;
  /** Why the others are left out, each with its place. */
  readonly refused: readonly string[];
  readonly judgedOperations: number;
  readonly judgedCases: number;
  /** What ajv, by the schema as it stands in the document, says otherwise. */
  readonly disagreements: readonly string[];
  /** The same, of operations of which the import says that it reads them otherwise than they stand. */
  readonly declared: readonly string[];
  /** Counts operations with requests, requests, and different requests. */
  readonly sent: { readonly operations: number; readonly requests: number; readonly distinct: number };
  /** Requests of pacts that the document, as it stands, does not allow. */
  readonly invalidRequests: readonly string[];
  /** Operations of which no request can be made, with the reason. */
  readonly unsendable: readonly string[];
  /** Why there is no contract of it at all. */
  readonly error?: string;
  /** Anything but a clear error. */
  readonly crash?: string;
}

const isSuccess = (status: string): boolean => /^2/.test(status) || status === 'default';

const answerOf = ({ responses }: OperationSource): string | undefined => Object.keys(responses).sort().find(isSuccess);

const hasBody = (source: OperationSource): boolean => source.responses[answerOf(source) ?? '']?.schema !== undefined;

const LEFT_OUT = / (?:is|are) left out: /;

/** So many of a list, evenly from all of it. */
const spread = <T>(all: readonly T[], count: number): T[] =>
  all.filter(
    (_one, index) => Math.floor((index * count) / all.length) !== Math.floor(((index - 1) * count) / all.length),
  );

/** A warning that a schema is read otherwise than it stands: as it is clearly meant, or for less. */
const READ_OTHERWISE = /read as such|not judged|passed over|there is no type|is rounded|a type, not a format/;

/** What ajv says otherwise of an operation's cases. */
function disagreements(file: string, id: string, judge: OriginalJudge, pointer: string, cases: number) {
  const document = readDocument(file, id);
  const contract = defineContract(sourceOfDocument(document));
  const allows = judge.judge(`document.json#${encodeURI(pointer)}`);
  const judged = [...generateCases(contract, { mode: 'edge', seed: 1, count: cases })].filter(
    (one) => one.verdict !== 'either' && !isBeyondAjv(one),
  );
  const wrong = judged.filter((one) => allows(bodyBytes(one).toString('utf8')) !== (one.verdict === 'accept'));
  const warnings = document.reports.flatMap((report) => report.warnings);
  return {
    count: judged.length,
    isDeclared: warnings.some(({ message }) => READ_OTHERWISE.test(message)),
    wrong: wrong.map((one) => `${id}: ${one.verdict} ${one.id}: ${one.body?.slice(0, 200)}`),
  };
}

type Judged = Pick<Surveyed, 'judgedOperations' | 'judgedCases' | 'disagreements' | 'declared'>;

type Sent = Pick<Surveyed, 'sent' | 'invalidRequests' | 'unsendable'>;

/** Makes the pacts of some operations, and holds their requests to the document. */
function requestsOf(original: JsonObject, document: ImportedDocument, limits: Limits): Sent {
  const contract = defineContract(sourceOfDocument(document));
  const operations = spread(contract.operations, limits.operations);
  const { requests, distinct, disagreements } = judgedRequests(original, { ...contract, operations });
  const reasons = [...unsendableIn({ ...contract, operations })].map(([id, reason]) => `${id} is left out: ${reason}`);
  return {
    sent: { operations: operations.length, requests, distinct },
    invalidRequests: disagreements,
    unsendable: reasons,
  };
}

function judged(file: string, { operations }: ImportedDocument, original: JsonObject, limits: Limits): Judged {
  const judge = OriginalJudge.of(original);
  const found = Object.entries(operations).flatMap(([id, source]) => {
    const pointer = hasBody(source) ? originalSchema(original, source, answerOf(source) as string) : undefined;
    return pointer === undefined ? [] : [{ id, pointer }];
  });
  const all = spread(found, limits.operations).map(({ id, pointer }) =>
    disagreements(file, id, judge, pointer, limits.cases),
  );
  return {
    judgedOperations: all.length,
    judgedCases: all.reduce((sum, { count }) => sum + count, 0),
    disagreements: all.flatMap(({ wrong, isDeclared }) => (isDeclared ? [] : wrong)),
    declared: all.flatMap(({ wrong, isDeclared }) => (isDeclared ? wrong : [])),
  };
}

type Read = Pick<Surveyed, 'operations' | 'supported' | 'refused'>;

const readOf = ({ operations, reports }: ImportedDocument): Read => ({
  operations: Object.keys(operations).length,
  supported: Object.values(operations).filter(hasBody).length,
  refused: reports.flatMap(({ warnings }) =>
    warnings.flatMap(({ message, where }) => (LEFT_OUT.test(message) ? [`${message} (${where})`] : [])),
  ),
});

const NOTHING: Read & Judged & Sent = {
  sent: { operations: 0, requests: 0, distinct: 0 },
  invalidRequests: [],
  unsendable: [],
  operations: 0,
  supported: 0,
  refused: [],
  judgedOperations: 0,
  judgedCases: 0,
  disagreements: [],
  declared: [],
};

function outcomeOf(file: string, limits: Limits): Omit<Surveyed, 'file' | 'bytes' | 'ms'> {
  try {
    const document = readDocument(file);
    const original = parse(readFileSync(file, 'utf8'), { maxAliasCount: 10_000, logLevel: 'silent' }) as JsonObject;
    return {
      ...readOf(document),
      ...judged(file, document, original, limits),
      ...requestsOf(original, document, limits),
    };
  } catch (error) {
    if (!(error instanceof ContractError)) return { ...NOTHING, crash: (error as Error).stack ?? String(error) };
    const refused = error.message.split('; ').filter((one) => LEFT_OUT.test(one));
    return { ...NOTHING, refused, error: `${error.message} (${error.where})` };
  }
}

/** Reads a document, and holds cases of some of its operations to ajv by the document as it stands. */
export function surveyed(file: string, limits: Limits): Surveyed {
  const started = performance.now();
  const outcome = outcomeOf(file, limits);
  return { file, bytes: statSync(file).size, ...outcome, ms: Math.round(performance.now() - started) };
}
