import type { Verdict } from '../../contract';
import { NOT_JSON } from './breaks';

/** What can be unusual, or wrong, about a response beside the value in its body. */
export interface ResponseRow {
  readonly name: string;
  readonly verdict: Verdict;
  /** Why it must be refused, or why the documents leave it open. */
  readonly reason?: string;
  /** That of the typical response where it is not given. */
  readonly status?: number;
  /** The media type with its parameters; `null` where the header is not there. */
  readonly contentType?: string | null;
  /** The body, from the text of a typical one; that one itself where it is not given. */
  readonly body?: string | ((text: string) => string);
}

const UNSPOKEN = 'the contract names the media type, and many parsers read a body whatever it is called';
const OTHER_STATUS = 'the contract promises this body for another status only; many parsers do not look at it';
const PAGE = '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Error</h1></body></html>';

const either = (name: string, contentType: string | null, reason = UNSPOKEN): ResponseRow => ({
  name,
  verdict: 'either',
  reason,
  contentType,
});

const page = (status: number, contentType: string, body: string): ResponseRow => ({
  name: `status ${status} with ${body === '' ? 'no body' : contentType}`,
  verdict: 'reject',
  reason: NOT_JSON,
  status,
  contentType,
  body,
});

/** The body with a member that the contract does not list. */
const withMember = (name: string, text: string) => (body: string) =>
  body === '{}' ? `{"${name}":${text}}` : `${body.slice(0, -1)},"${name}":${text}}`;

const RANGE = 'RFC 8259, section 6: a parser may limit the range and the precision of numbers';
/** Why what is very deep may be refused. */
export const DEPTH = 'RFC 8259, section 9: a parser may limit the depth';

/** Status, media type, charset, error pages. */
export const RESPONSE_ROWS: readonly ResponseRow[] = [
  { name: 'charset named', verdict: 'accept', contentType: 'application/json; charset=utf-8' },
  either(
    'media type in upper case',
    'Application/JSON',
    'RFC 9110, section 8.3.1: media types are the same in any case',
  ),
  either('no media type', null),
  either('media type text/plain', 'text/plain'),
  either('media type text/html', 'text/html; charset=utf-8'),
  either('media type problem+json', 'application/problem+json'),
  either('charset that it is not in', 'application/json; charset=utf-16', 'RFC 8259 knows no charset: JSON is UTF-8'),
  page(200, 'text/html', PAGE),
  page(401, 'text/html', PAGE),
  page(404, 'text/html', PAGE),
  page(500, 'text/html', PAGE),
  page(502, 'text/plain', 'Bad Gateway'),
  page(404, 'application/json', ''),
  page(500, 'application/json', ''),
  { name: 'status 201', verdict: 'either', reason: OTHER_STATUS, status: 201 },
  { name: 'status 404 with the typical body', verdict: 'either', reason: OTHER_STATUS, status: 404 },
  { name: 'status 500 with the typical body', verdict: 'either', reason: OTHER_STATUS, status: 500 },
  { name: 'status 204', verdict: 'either', reason: OTHER_STATUS, status: 204, contentType: null, body: '' },
];

/** Of bodies that may have members which the contract does not list: numbers and depth past what programs hold. */
export const UNLISTED_ROWS: readonly ResponseRow[] = [
  { name: 'number past every double', verdict: 'either', reason: RANGE, body: withMember('extra', '1e999') },
  { name: 'number of many digits', verdict: 'either', reason: RANGE, body: withMember('extra', '9'.repeat(4000)) },
  { name: 'exponent of many digits', verdict: 'either', reason: RANGE, body: withMember('extra', '1e-999999999') },
  {
    name: 'depth of objects',
    verdict: 'either',
    reason: DEPTH,
    body: withMember('extra', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  },
];
