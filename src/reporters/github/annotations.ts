import { oneLine, type Run, shorten, visible } from '../../result';
import { type Alike, alikeFindings, bySubstance } from '../alike';
import { findingText } from '../finding-text';
import { WEIGHTS } from '../level';
import { placeOf } from '../place';
import type { ReporterOptions } from '../reporter';

/** What GitHub shows of one step: so many errors, so many warnings. It drops the rest without a word. */
const SHOWN = 10;

/** As GitHub's own toolkit escapes the text of a workflow command. */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** In a property `:` and `,` separate as well. */
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

type Command = 'error' | 'warning';

const line = (command: Command, properties: Readonly<Record<string, string>>, text: string): string => {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(oneLine(value))}`);
  return `::${command} ${written.join(',')}::${escaped(visible(text))}\n`;
};

function annotation(run: Run, command: Command, { finding, result, ids }: Alike, options: ReporterOptions): string {
  const { replay } = result.details ?? {};
  const more = ids.length > 1 ? ` and ${ids.length - 1} more like it` : '';
  const text = [findingText(finding), `in ${result.id}${more}`, ...(replay === undefined ? [] : [`replay: ${replay}`])];
  const title = shorten(`${finding.rule}${finding.pointer === '' ? '' : ` at ${finding.pointer}`}`, 200);
  const { file, line: at } = placeOf(run, result, finding, options);
  return line(command, { file, line: String(at), title }, text.join('\n'));
}

/** At most ten, the last one of which says how many are left out. */
function limited(command: Command, annotations: readonly string[]): string[] {
  if (annotations.length <= SHOWN) return [...annotations];
  const left = annotations.length - SHOWN + 1;
  const title = `${left} more ${command}s`;
  return [...annotations.slice(0, SHOWN - 1), line(command, { title }, 'GitHub shows ten of a step: see the summary.')];
}

/** Workflow commands, one a line: the findings as annotations at the line that is to blame, within GitHub's limits. */
export function annotations(run: Run, options: ReporterOptions = {}): string {
  const all = alikeFindings(run);
  // Ten are shown: one change of many operations is to take one of them.
  const findings = all.length > SHOWN ? alikeFindings(run, bySubstance) : all;
  const of = (command: Command): string[] =>
    findings
      .filter(({ finding }) => WEIGHTS[finding.level] === command)
      .map((alike) => annotation(run, command, alike, options));
  const warnings = (run.warnings ?? []).map((text) => line('warning', { title: 'pactcheck' }, text));
  return [...limited('error', of('error')), ...limited('warning', [...warnings, ...of('warning')])].join('');
}
