import { bareMediaType, isJsonType, type JsonValue, jsonValueIn, type Operation, responseFor } from '../../contract';
import { type Finding, fingerprint } from '../../result';
import type { FieldNode } from '../seen/field-node';
import type { RecordedExchange } from '../traffic/recorded';
import type { ExchangeJudge, MeaningJudge } from './judge';
import { textFindings } from './text-findings';

/** What was seen of one answer. */
export interface JudgedAnswer {
  readonly findings: readonly Finding[];
  /** The value of its body, where it has one that can be read. */
  readonly value?: JsonValue;
  /** Why its body was not judged. */
  readonly unjudged?: string;
}

/** What answers are held to. */
export interface AnswerChecks {
  readonly judge: ExchangeJudge;
  readonly meaning: MeaningJudge;
  /** What is seen of the members of an operation's answers with a status. */
  readonly nodeFor: (operation: Operation, status: number) => FieldNode;
}

/** Answers that HTTP gives no body (RFC 9110, sections 6.4.1 and 9.3.2). */
const isBodiless = ({ request, response: { status } }: RecordedExchange): boolean =>
  request.method === 'HEAD' || status === 204 || status === 304 || status < 200;

const textOf = (body: string | Buffer): string => (typeof body === 'string' ? body : body.toString('utf8'));

/** Statuses that say something of the caller or of the way, and that documents often leave out. */
const isOfTheWay = (operation: Operation, status: number): boolean =>
  (status === 401 && operation.security.scheme !== 'none') || status === 429 || (status >= 300 && status < 400);

/** A status that the contract does not have: suspicious where any service may send it, else wrong. */
function statusFindings(
  { judge }: AnswerChecks,
  operation: Operation,
  { response: { status } }: RecordedExchange,
): Finding[] {
  // Not Modified answers a condition of the request (RFC 9110, section 15.4.5): no document has to name it.
  if (status === 304 || operation.responses.length === 0) return [];
  const level = isOfTheWay(operation, status) ? 'warning' : 'error';
  return judge.head(operation.id, { status, headers: {} }).map((finding) => ({
    ...finding,
    level,
    // Known of one status nothing is known of another.
    fingerprint: fingerprint({ rule: finding.rule, place: String(status), scope: operation.id }),
  }));
}

/** One cause, one finding: what comes as another type need not be JSON, and nothing needs no type. */
function causes(findings: readonly Finding[], text: string): Finding[] {
  const has = (rule: string): boolean => findings.some((finding) => finding.rule === rule);
  if (text === '') return findings.filter(({ rule }) => rule !== 'content-type' || !has('not-json'));
  return findings.filter(({ rule }) => rule !== 'not-json' || !has('content-type'));
}

/** Where an answer does not say what type it is, its own text says whether it is JSON. */
const isJsonAnswer = ({ response: { headers } }: RecordedExchange): boolean =>
  headers === undefined || headers['content-type'] === undefined || /json/i.test(String(headers['content-type']));

function requestValue({ request }: RecordedExchange): JsonValue | undefined {
  return request.body === undefined || request.body.length === 0 ? undefined : jsonValueIn(textOf(request.body));
}

function bodyFindings(
  checks: AnswerChecks,
  operation: Operation,
  exchange: RecordedExchange,
  body: string | Buffer,
  value: JsonValue | undefined,
): Finding[] {
  const { judge, meaning } = checks;
  const { status, headers, receivedAt } = exchange.response;
  const request = requestValue(exchange);
  const around = request === undefined ? {} : { request };
  const read = value === undefined ? body : { value };
  const text = textOf(body);
  const findings =
    headers === undefined
      ? judge.response(operation.id, status, read, around)
      : judge.answer(operation.id, { status, headers, body: read }, around);
  if (value === undefined) return causes(findings, text);
  const place = { scope: `${operation.id} ${status}`, node: checks.nodeFor(operation, status) };
  const isUpdate = operation.update !== undefined && request !== undefined && status >= 200 && status < 300;
  const time = receivedAt === undefined ? {} : { receivedAt };
  return [
    ...findings,
    ...textFindings(text, value, place),
    ...(isUpdate ? meaning(operation, { request, response: value, ...time }) : []),
  ];
}

/** Whether a media type is one that a range such as `text/*` stands for (RFC 9110, section 12.5.1). */
function isWithin(met: string, range: string): boolean {
  const [type = '', subtype] = bareMediaType(range).split('/');
  if (type === '*') return true;
  return subtype === '*' ? met.startsWith(`${type}/`) : met === bareMediaType(range);
}

/** Whether an answer comes as a documented type that is not JSON: nothing is said of such bodies. */
function isOtherType(operation: Operation, { response: { status, headers = {} } }: RecordedExchange): boolean {
  const met = bareMediaType(String(headers['content-type'] ?? ''));
  const others = responseFor(operation, status)?.others ?? [];
  return met !== '' && !isJsonType(met) && others.some(({ mediaType }) => isWithin(met, mediaType));
}

/** What is wrong with the headers alone; where none were recorded nothing is known of them. */
function headFindings({ judge }: AnswerChecks, { id }: Operation, { response: { status, headers } }: RecordedExchange) {
  return headers === undefined ? [] : judge.head(id, { status, headers });
}

/** Holds an answer to the contract: its status, its headers, its body as far as it was recorded. */
export function judgedAnswer(checks: AnswerChecks, operation: Operation, exchange: RecordedExchange): JudgedAnswer {
  const { status, body, isCut } = exchange.response;
  if (responseFor(operation, status) === undefined || status === 304)
    return { findings: statusFindings(checks, operation, exchange) };
  if (isBodiless(exchange)) return { findings: [] };
  if (isOtherType(operation, exchange))
    return { findings: headFindings(checks, operation, exchange).filter(({ rule }) => rule !== 'content-type') };
  const value = body === undefined || !isJsonAnswer(exchange) ? undefined : jsonValueIn(textOf(body));
  const isUnkept = body === undefined || (isCut === true && value === undefined);
  if (isUnkept) {
    const findings = headFindings(checks, operation, exchange);
    return { findings, unjudged: isCut === true ? 'the recorder cut it off' : 'the recorder did not keep it' };
  }
  const findings = bodyFindings(checks, operation, exchange, body, value);
  return value === undefined ? { findings } : { findings, value };
}
