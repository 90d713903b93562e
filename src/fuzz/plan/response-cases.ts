import { bodyMembers, type Case, type JsonValue, type Model, type Operation, stringifyJson } from '../../contract';
import { takesUnlisted } from '../takes-unlisted';
import { deepBodies } from './deep-body';
import { DEPTH, RESPONSE_ROWS, type ResponseRow, UNLISTED_ROWS } from './response-rows';
import { hasValidBody } from './valid-body';

const CONTENT_TYPE = 'content-type';

function headersOf({ contentType }: ResponseRow, { headers }: Case): Record<string, string> {
  if (contentType === undefined) return { ...headers };
  const others = Object.entries(headers).filter(([name]) => name !== CONTENT_TYPE);
  return Object.fromEntries(contentType === null ? others : [...others, [CONTENT_TYPE, contentType]]);
}

function caseOf(row: ResponseRow, typical: Case): Case {
  const text = typical.body ?? '';
  const { name, verdict, reason, status = typical.status, body = text } = row;
  const bytes = Buffer.from(typeof body === 'string' ? body : body(text), 'utf8');
  return {
    id: `response ${name}`,
    verdict,
    status,
    headers: headersOf(row, typical),
    ...bodyMembers(bytes),
    classes: { '': name },
    seed: typical.seed,
    ...(verdict === 'reject' ? { pointer: '' } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The answers by which a service says no, as the contract gives examples of them. */
const errorRows = ({ responses }: Operation): ResponseRow[] =>
  responses.flatMap(({ status, schema, mediaType = 'application/json' }) => {
    const example: JsonValue | undefined = schema?.examples?.[0];
    if (example === undefined || !/^[45]\d\d$/.test(status)) return [];
    const body = stringifyJson(example);
    const reason = 'the contract describes this answer: a parser may give the error that it names, or refuse it';
    return [
      { name: `status ${status}`, verdict: 'either', status: Number(status), contentType: mediaType, body, reason },
    ];
  });

/** The body of an error behind a status that says that all is well. */
const errorBodyRows = (errors: readonly ResponseRow[], isAllowed: (body: string) => boolean): ResponseRow[] =>
  errors.slice(0, 1).flatMap(({ body, contentType }) => {
    if (typeof body !== 'string' || contentType === undefined || isAllowed(body)) return [];
    const reason = 'it is the body of an error, which the contract promises for no success';
    return [{ name: 'body of an error with a good status', verdict: 'reject', body, contentType, reason }];
  });

/** A model within itself, as often as the contract's own bodies never have it; and far more often. */
function deepRows(model: Model, given: readonly Case[], isAllowed: (body: string) => boolean): ResponseRow[] {
  const bodies = given.filter(hasValidBody).map(({ body }) => body);
  const made = deepBodies(model, bodies, isAllowed);
  if (made === undefined) return [];
  return [
    { name: 'a model deep within itself', verdict: 'accept', body: made.deep },
    { name: 'a model too deep within itself', verdict: 'either', body: made.tooDeep, reason: DEPTH },
  ];
}

/**
 * Cases about the response as a whole: the typical body under other statuses and media types, error pages, the
 * answers by which the service says no, numbers and depth that no program holds; and depth that all should.
 * @param given the cases that these are made from.
 */
export function responseCases(
  given: readonly Case[],
  { operation, model }: { readonly operation: Operation; readonly model: Model },
  isAllowed: (body: string) => boolean,
): Case[] {
  const typical = given.find(hasValidBody);
  if (typical === undefined) return [];
  const errors = errorRows(operation);
  const unlisted = takesUnlisted(model) && typical.body.endsWith('}') ? UNLISTED_ROWS : [];
  const deep = deepRows(model, given, isAllowed);
  const rows = [...RESPONSE_ROWS, ...errors, ...errorBodyRows(errors, isAllowed), ...unlisted, ...deep];
  return rows.map((row) => caseOf(row, typical));
}
