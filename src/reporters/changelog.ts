import { type Finding, oneLine, type Result, type Run } from '../result';
import type { Reporter } from './reporter';

const SECTIONS: readonly { readonly level: Finding['level']; readonly title: string }[] = [
  { level: 'breaking', title: 'Breaking' },
  { level: 'warning', title: 'Depends on who calls or reads' },
  { level: 'compatible', title: 'Compatible' },
];

/** Text that Markdown takes for nothing else. */
const plain = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>|]/g, '\\$&');

/** Code between as many backquotes as it needs. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isTight = !text.startsWith('`') && !text.endsWith('`');
  return isTight ? `${fence}${oneLine(text)}${fence}` : `${fence} ${oneLine(text)} ${fence}`;
}

function entry({ message }: Finding, { details = {} }: Result): string {
  const { payload, instead, places } = details;
  return [
    `- ${plain(message)}`,
    ...(places === undefined ? [] : places.split('\n').map((place) => `  - ${plain(place)}`)),
    ...(payload === undefined ? [] : [`  - such as ${code(payload)}`]),
    ...(instead === undefined ? [] : [`  - ${plain(instead)}`]),
  ].join('\n');
}

function section(run: Run, { level, title }: (typeof SECTIONS)[number]): string[] {
  const entries = run.results.flatMap((result) =>
    result.findings.filter((finding) => finding.level === level).map((finding) => entry(finding, result)),
  );
  return entries.length === 0 ? [] : [`### ${title}`, '', ...entries, ''];
}

/** The changes of a `diff` as Markdown for the notes of a release: `--reporter changelog=FILE`. */
export const changelog: Reporter = {
  name: 'changelog',
  render: (run) => {
    const sections = SECTIONS.flatMap((each) => section(run, each));
    const body = sections.length === 0 ? ['No changes.', ''] : sections;
    return [`## ${plain(run.contract ?? run.command)}`, '', ...body].join('\n');
  },
};
