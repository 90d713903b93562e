import type { Run } from '../../result';
import { type Alike, alikeFindings } from '../alike';
import { figureText } from '../figure';
import { WEIGHTS } from '../level';
import { verdictOf } from '../verdict';
import { codeBlock, plain, table } from './markdown';

/** So many kinds of findings are shown: a summary may have 1 MiB. */
const SHOWN = 50;

/** The longest payload or command that is shown. */
const LONGEST = 3000;

function findingSection({ finding, result, ids }: Alike): string {
  const { replay, curl, payload } = result.details ?? {};
  const more = ids.length > 1 ? ` and ${ids.length - 1} more like it` : '';
  const code = (name: string, text: string | undefined, language: string): string[] =>
    text === undefined || text.length > LONGEST ? [] : [`${name}\n\n${codeBlock(text, language)}`];
  return [
    `<details><summary><b>${finding.level}</b> ${plain(finding.rule)} ${plain(finding.pointer)}: ${plain(finding.message)}</summary>`,
    table(['expected', 'got'], [[plain(finding.expected), plain(finding.actual)]]),
    `in ${plain(result.id)}${more}`,
    ...code('replay', replay, 'sh'),
    ...code('curl', curl, 'sh'),
    ...code('payload', payload, 'json'),
    '</details>',
  ].join('\n\n');
}

function coverageLines({ coverage }: Run): string[] {
  if (coverage === undefined) return [];
  const { classes, pairs, triples } = coverage;
  const rows = Object.entries({ classes, pairs, triples }).flatMap(([name, figure]) =>
    figure === undefined ? [] : [[name, figureText(figure)]],
  );
  return [table(['covered', ''], rows)];
}

/** The run as Markdown for GitHub's job summary: verdict and warnings first, then each kind of finding. */
export function jobSummary(run: Run): string {
  const { passed, failed, skipped, durationMs } = run.summary;
  const ordered = alikeFindings(run).sort(
    (left, right) => Number(WEIGHTS[right.finding.level] === 'error') - Number(WEIGHTS[left.finding.level] === 'error'),
  );
  const left = ordered.length - SHOWN;
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped in ${(durationMs / 1000).toFixed(1)} s`;
  return [
    `## ${verdictOf(run)}: pactcheck ${plain(run.command)} ${plain(run.contract)}`,
    ...(run.warnings ?? []).map((warning) => `> **Warning** ${plain(warning)}`),
    counts,
    ...coverageLines(run),
    ...ordered.slice(0, SHOWN).map(findingSection),
    ...(left > 0 ? [`… and ${left} more kinds of findings.`] : []),
    '',
  ].join('\n\n');
}
