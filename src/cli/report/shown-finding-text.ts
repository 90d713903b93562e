import type { ShownFinding } from '../../app/report/one-finding';
import { oneLine, visible } from '../../result';

/** Ids of results that are named; the others are counted. */
const NAMED = 10;

const block = (name: string, text: string): string =>
  text.includes('\n') ? `${name}:\n${visible(text).replace(/^/gm, '  ')}` : `${name}: ${visible(text)}`;

/** Returns a finding as text, nothing of it cut: the sentence, what was expected and met, then each detail of the result. */
export function shownFindingText({ finding, result, ids }: ShownFinding): string {
  const left = ids.length - NAMED;
  const lines = [
    `${finding.fingerprint} ${finding.level} ${finding.rule}${finding.pointer === '' ? '' : ` ${oneLine(finding.pointer)}`}`,
    visible(finding.message),
    ...(finding.expected === '' ? [] : [block('expected', finding.expected)]),
    ...(finding.actual === '' ? [] : [block('actual', finding.actual)]),
    `in ${ids.length === 1 ? '1 result' : `${ids.length} results`}:`,
    ...ids.slice(0, NAMED).map((id) => `  ${oneLine(id)}`),
    ...(left > 0 ? [`  … and ${left} more`] : []),
    ...Object.entries(result.details ?? {}).map(([name, text]) => block(name, text)),
  ];
  return `${lines.join('\n')}\n`;
}
