import { countsText, type Run } from '../../result';
import { alikeFindings } from '../alike';
import { type Cause, causesOf } from '../causes';
import { figureText } from '../figure';
import { WEIGHTS } from '../level';
import { fileOf } from '../place';
import { verdictOf } from '../verdict';
import { codeBlock, plain, table } from './markup';

/** Causes that are shown open; a reader decides by these. */
const WHOLE = 3;

/** Causes that are shown at all: GitHub takes comments of 65,536 characters and summaries of 1 MiB. */
const SHOWN = 30;

/** The longest payload or command that is shown. */
const LONGEST = 1500;

const titleOf = ({ finding }: Cause): string =>
  `<b>${finding.level}</b> ${plain(finding.rule)} ${plain(finding.pointer)}: ${plain(finding.message)}`;

function bodyOf(run: Run, { finding, result, ids, also }: Cause): string {
  const { replay, curl, payload } = result.details ?? {};
  const more = ids.length > 1 ? ` and ${ids.length - 1} more like it` : '';
  const code = (name: string, text: string | undefined, language: string): string[] =>
    text === undefined || text.length > LONGEST ? [] : [`${name}\n\n${codeBlock(text, language)}`];
  return [
    table(['expected', 'got'], [[plain(finding.expected), plain(finding.actual)]]),
    `in ${plain(result.id)}${more}, file ${plain(fileOf(run, result))}${also.length === 0 ? '' : `; breaks ${plain(also.join(', '))} too`}`,
    ...code('replay', replay, 'sh'),
    ...code('curl', curl, 'sh'),
    ...code('payload', payload, 'json'),
  ].join('\n\n');
}

const folded = (run: Run, cause: Cause): string =>
  `<details><summary>${titleOf(cause)}</summary>\n\n${bodyOf(run, cause)}\n\n</details>`;

const whole = (run: Run, cause: Cause): string => `### ${titleOf(cause)}\n\n${bodyOf(run, cause)}`;

function coverageLines({ coverage }: Run): string[] {
  if (coverage === undefined) return [];
  const { classes, pairs, triples } = coverage;
  const rows = Object.entries({ classes, pairs, triples }).flatMap(([name, figure]) =>
    figure === undefined ? [] : [[name, figureText(figure)]],
  );
  return [table(['covered', ''], rows)];
}

/** One line for each finding that does not fail the run. */
function notesOf(run: Run): string[] {
  const notes = alikeFindings(run).filter(({ finding }) => WEIGHTS[finding.level] !== 'error');
  if (notes.length === 0) return [];
  const lines = notes
    .slice(0, SHOWN)
    .map(
      ({ finding }) => `- ${finding.level} ${plain(finding.rule)} ${plain(finding.pointer)}: ${plain(finding.message)}`,
    );
  const left = notes.length - SHOWN;
  const rest = left > 0 ? [`- … and ${left} more`] : [];
  return [
    `<details><summary>${notes.length === 1 ? '1 warning or note' : `${notes.length} warnings and notes`}</summary>\n\n${[...lines, ...rest].join('\n')}\n\n</details>`,
  ];
}

/** Returns the run as Markdown: verdict, warnings, the first three causes open, the others folded, then notes. */
export function runSummary(run: Run): string {
  const causes = causesOf(run);
  const left = causes.length - SHOWN;
  const counts = `${countsText(run.summary)} in ${(run.summary.durationMs / 1000).toFixed(1)} s`;
  return [
    `## ${verdictOf(run)}: pactcheck ${plain(run.command)} ${plain(run.contract)}`,
    ...(run.warnings ?? []).map((warning) => `> **Warning** ${plain(warning)}`),
    counts,
    ...causes.slice(0, WHOLE).map((cause) => whole(run, cause)),
    ...causes.slice(WHOLE, SHOWN).map((cause) => folded(run, cause)),
    ...(left > 0 ? [`… and ${left} more causes.`] : []),
    ...notesOf(run),
    ...coverageLines(run),
    '',
  ].join('\n\n');
}
