import { generalPointer, type Model } from '../contract';
import { type Finding, fingerprint, type Level, shorten } from '../result';
import type { Problem } from './problem';

/** What a problem is told with: the model that its pointer goes into, and where the body was met. */
export interface Telling {
  readonly model: Model;
  /** The operation and the status; part of the fingerprint. */
  readonly scope: string;
}

const LONGEST_QUOTE = 160;

/** The first sentence of what the document says. */
const quoted = (description: string): string =>
  shorten(/^.*?[.!?](?=\s|$)/s.exec(description)?.[0] ?? description, LONGEST_QUOTE);

/** A problem as a finding. */
export function findingOf(problem: Problem, telling: Telling, level: Level = 'error'): Finding {
  const { check, pointer, sentence, expected, actual, description } = problem;
  const place = generalPointer(telling.model, pointer);
  const said = description === undefined ? '' : ` The contract says: ${quoted(description)}`;
  const end = /[.?!]$/.test(sentence) ? '' : '.';
  return {
    rule: check,
    level,
    pointer,
    message: `${pointer === '' ? 'the body' : pointer} ${sentence}${end}${said}`,
    expected,
    actual,
    fingerprint: fingerprint({ rule: check, place, scope: telling.scope }),
  };
}
