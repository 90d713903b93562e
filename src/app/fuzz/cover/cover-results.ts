import { relative } from 'node:path';
import { type Finding, fingerprint, type Result } from '../../../result';
import type { FileCounts } from './counted-module';

/** What the ways of a branch are called, by istanbul's names of branches. */
const WAYS: Readonly<Record<string, (way: number) => string>> = {
  if: (way) => (way === 0 ? 'the condition of this if never holds' : 'the condition of this if always holds'),
  'cond-expr': (way) => (way === 0 ? 'the condition before ? never holds' : 'the condition before ? always holds'),
  switch: (way) => `case ${way + 1} of this switch is never taken`,
  'binary-expr': (way) => `operand ${way + 1} is never looked at`,
  'default-arg': () => 'the default is never taken',
};

const figure = (name: string, counts: readonly number[]): string =>
  `${name} ${counts.filter((count) => count > 0).length} of ${counts.length}`;

/** What no case has reached, by its number in the file. */
function noteOf(rule: string, message: string, file: string, number: string): Finding {
  const mark = fingerprint({ rule, place: file, scope: number });
  return { rule, level: 'note', pointer: '', message, expected: '', actual: '', fingerprint: mark };
}

/** The functions of a file that no case has called. */
const uncalled = ({ fnMap, f }: FileCounts, file: string): Finding[] =>
  Object.entries(fnMap).flatMap(([id, { name, decl }]) => {
    const place = `${file}:${decl.start.line ?? 1}:${(decl.start.column ?? 0) + 1}`;
    const named = name.startsWith('(') ? 'this function' : name;
    return (f[id] ?? 0) > 0
      ? []
      : [noteOf('function-not-reached', `${place}: ${named} is never called, in no case`, file, id)];
  });

/** The ways of a file's branches that no case has taken. */
function unreached({ branchMap, b }: FileCounts, file: string): Finding[] {
  return Object.entries(branchMap).flatMap(([id, { type, loc, locations }]) =>
    (b[id] ?? []).flatMap((count, way) => {
      if (count > 0) return [];
      const { line = loc.start.line, column = loc.start.column } = locations[way]?.start ?? {};
      const place = `${file}:${line ?? 1}:${(column ?? 0) + 1}`;
      const told = WAYS[type]?.(way) ?? `way ${way + 1} of this ${type} is never taken`;
      return [noteOf('branch-not-reached', `${place}: ${told}, in no case`, file, `${id} ${way}`)];
    }),
  );
}

function summary(counts: FileCounts, file: string): Finding {
  const text = [
    figure('branches', Object.values(counts.b).flat()),
    figure('functions', Object.values(counts.f)),
    figure('statements', Object.values(counts.s)),
  ].join(', ');
  const rule = 'code-coverage';
  const mark = fingerprint({ rule, place: file });
  return { rule, level: 'note', pointer: '', message: `${file}: ${text}`, expected: '', actual: '', fingerprint: mark };
}

/** What was reached of each file of a parser, and what no case has reached: notes, which fail nothing. */
export const coverResults = (files: readonly FileCounts[], cwd: string): Result[] =>
  files
    .map((counts): [string, FileCounts] => [relative(cwd, counts.path).replaceAll('\\', '/'), counts])
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([file, counts]) => ({
      id: `code ${file}`,
      status: 'passed',
      findings: [summary(counts, file), ...uncalled(counts, file), ...unreached(counts, file)],
      details: { file },
    }));
