import { bodyBytes, type Case, isJsonObject, type JsonObject, type JsonValue, parseJson } from '../../contract';
import { shorten } from '../../result';
import type { Answer } from '../answer';
import { Thrown } from '../error-facts';

/** Nearly all responses have the same few headers. */
const headerTexts = new WeakMap<object, string>();

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function headersText(headers: Case['headers']): string {
  const text = headerTexts.get(headers) ?? JSON.stringify(headers).replace(/[\u0080-\uffff]/g, escaped);
  headerTexts.set(headers, text);
  return text;
}

/**
 * A response as a line for the program of a parser in any language: the body in base64, so that every byte arrives, and
 * all else in ASCII, which is written the fastest.
 */
export function questionLine(id: number, testCase: Case): string {
  const { status, headers } = testCase;
  return `{"id":${id},"status":${status},"headers":${headersText(headers)},"body":"${bodyBytes(testCase).toString('base64')}"}\n`;
}

/** What a program has said about a response. */
export interface AdapterAnswer {
  readonly id: JsonValue | undefined;
  readonly answer: Answer;
}

/** The name of an error at the beginning of its text, as most languages print it; a text that has none is not one. */
const nameIn = (error: string): string => /^([A-Za-z_][\w.$]*)(?=:|$)/.exec(error)?.[1] ?? '';

function thrown({ error }: JsonObject, isRefusal: boolean): Answer {
  const message = typeof error === 'string' ? error : 'no reason given';
  const own = nameIn(message);
  const name = own || (isRefusal ? 'refusal' : 'error');
  const classes = own === '' ? [] : [own];
  const described = new Thrown(name, classes, message.replace(`${name}: `, ''));
  return { kind: 'thrown', error: described, isAsync: true, isRefusal };
}

/** The answer that a verdict stands for; `undefined` where there is no such verdict. */
function answerOf(told: JsonObject): Answer | undefined {
  const { verdict } = told;
  if (verdict === 'reject') return thrown(told, true);
  if (verdict === 'error') return thrown(told, false);
  if (verdict !== 'accept') return undefined;
  return Object.hasOwn(told, 'value')
    ? { kind: 'value', value: told['value'], isAsync: true }
    : { kind: 'taken', isAsync: true };
}

/** What is nested too deeply to be read to the last digit is read as it can be: depth is no fault of an answer. */
function jsonIn(line: string): JsonValue | undefined {
  try {
    return parseJson(line);
  } catch (error) {
    return error instanceof RangeError ? (JSON.parse(line) as JsonValue) : undefined;
  }
}

/** Reads an answer, numbers to the last digit; a sentence about it where it is none. */
export function readAnswer(line: string): AdapterAnswer | string {
  const told = jsonIn(line);
  if (!isJsonObject(told)) return `it answered ${JSON.stringify(shorten(line))}, which is not a JSON object`;
  const answer = answerOf(told);
  if (answer === undefined)
    return `it answered the verdict ${shorten(JSON.stringify(told['verdict']) ?? 'undefined')}, which is none of accept, reject, error`;
  return { id: told['id'], answer };
}
