import { type Finding, fingerprint, shorten } from '../../result';
import type { Exchange } from '../exchange';

/** A finding about an answer as a whole. */
export function answerFinding(
  rule: string,
  message: string,
  expected: string,
  exchange: Exchange,
  scope: string,
): Finding {
  const { response, failure } = exchange;
  const actual =
    response === undefined ? `no answer: ${failure}` : `${response.status} ${shorten(response.body.toString())}`;
  const kind = response === undefined ? 'none' : String(response.status);
  return {
    rule,
    level: 'error',
    pointer: '',
    message,
    expected,
    actual,
    fingerprint: fingerprint({ rule, place: '', scope: `${scope} ${kind}` }),
  };
}

/** Whether an answer is an HTML page: what frameworks send when nobody thought of an error. */
const isHtml = ({ response }: Exchange): boolean =>
  /^\s*<(?:!doctype|html)/i.test(response?.body.toString('utf8', 0, 200) ?? '');

/** An answer that is an HTML page. */
export const htmlFindings = (exchange: Exchange, what: string, scope: string): Finding[] =>
  isHtml(exchange) ? [answerFinding('html', `${what} is answered with an HTML page`, 'JSON', exchange, scope)] : [];

/** A state that could not be set up, though the service did not decline it. */
export const stateFinding = (message: string, scope: string): Finding => {
  const rule = 'provider-state';
  const told = { message, expected: 'the state is set up, or declined with 409', actual: '' };
  return { rule, level: 'error', pointer: '', ...told, fingerprint: fingerprint({ rule, place: '', scope }) };
};
