import { isJsonObject, type JsonValue } from '../contract';
import { Failure, shorten } from '../result';
import { documentIn } from './document-in';
import type { BrokerAnswer } from './request';

const textsIn = (value: JsonValue | undefined): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as JsonValue[]).flatMap(textsIn);
  return [];
};

/** A broker names the member that is wrong, and says what is wrong with it: `{ "errors": { "success": ["..."] } }`. */
function errorsIn(errors: JsonValue | undefined): string[] {
  if (errors === undefined || !isJsonObject(errors)) return textsIn(errors);
  return Object.entries(errors).flatMap(([name, value]) => textsIn(value).map((text) => `${name}: ${text}`));
}

function errorIn(error: JsonValue | undefined): string[] {
  return error !== undefined && isJsonObject(error) ? textsIn(error['message']) : textsIn(error);
}

/** Returns what a broker says of a call that it refuses, whole; the text itself where it is no document. */
export function sentenceOf({ text }: Pick<BrokerAnswer, 'text'>): string {
  const document = documentIn(text);
  if (document === undefined) return shorten(text.trim()) || 'nothing';
  const said = [...errorsIn(document['errors']), ...errorIn(document['error'])];
  return said.length > 0 ? said.join('; ') : shorten(text.trim());
}

/** The broker understood the call, and it cannot be done as it was asked: whoever asks has to ask otherwise. */
const ASKED_WRONGLY: readonly number[] = [400, 404, 409, 422];

/** Returns the failure that a refused call comes to. */
export function refusalOf(answer: BrokerAnswer, method: string): Failure {
  const { status } = answer;
  const called = `${method} ${answer.url.origin}${answer.url.pathname}`;
  const said = sentenceOf(answer);
  if (status === 401) return new Failure('environment', `the broker answered ${called} with 401: ${said}`, CREDENTIALS);
  if (status === 403)
    return new Failure(
      'environment',
      `the broker answered ${called} with 403: ${said}`,
      'Ask as somebody who may do this: a token or user that only reads cannot publish.',
    );
  if (ASKED_WRONGLY.includes(status))
    return new Failure('usage', `the broker refused it (${status}): ${said}`, `It was asked for ${called}.`);
  return new Failure('environment', `the broker answered ${called} with ${status}: ${said}`, 'Try again later.');
}

/** What to do where a broker does not know who asks. */
export const CREDENTIALS = 'Check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.';
