import { existsSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { fromPointer, literalPattern } from '../../contract';

/** A line of a file of the project, counted from 1. */
export interface Line {
  readonly file: string;
  readonly line: number;
}

/** A member as TypeScript, JSON and YAML write it. */
const memberCalled = (name: string): RegExp => new RegExp(`^\\s*(?:["']?${literalPattern(name)}["']?)\\s*:`);

/** What a schema's reference names: `#/$defs/Order`, `#/components/schemas/Order`. */
const REFERENCE = /#\/(?:[\w$]+\/)*([\w.-]+)["']?/;

const indentOf = (line: string): number => line.search(/\S|$/);

/** The index after the last line that belongs to the member at an index: what follows is not indented more. */
function endOf(lines: readonly string[], at: number): number {
  const indent = indentOf(lines[at] ?? '');
  const next = lines.findIndex((line, index) => index > at && line.trim() !== '' && indentOf(line) <= indent);
  return next === -1 ? lines.length : next;
}

function found(lines: readonly string[], pattern: RegExp, from: number, to: number): number | undefined {
  const index = lines.findIndex((line, at) => at >= from && at < to && pattern.test(line));
  return index === -1 ? undefined : index;
}

/** A part of a file, from one line up to another. */
type Span = readonly [from: number, to: number];

/** Where a member's own members stand: below it, or below the model that it refers to. */
function insideOf(lines: readonly string[], at: number): Span {
  const end = endOf(lines, at);
  const [, model] = REFERENCE.exec(lines.slice(at, Math.max(end, at + 1)).join('\n')) ?? [];
  const target = model === undefined ? undefined : found(lines, memberCalled(model), 0, lines.length);
  return target === undefined ? [at, end] : [target + 1, endOf(lines, target)];
}

const isName = (segment: string): boolean => segment !== '' && !/^\d+$/.test(segment) && !/^[[{]/.test(segment);

/** `account_id` and `accountId`: the wire may have one, and the file the other. */
const spellings = (name: string): string[] => [
  ...new Set([name, name.replace(/_+([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())]),
];

/** The line of the innermost member of a pointer that a text has, walked from its first one. */
function walked(lines: readonly string[], pointer: string): number | undefined {
  let span: Span = [0, lines.length];
  let last: number | undefined;
  for (const name of fromPointer(pointer).filter(isName)) {
    const [from, to] = span;
    const at = spellings(name).flatMap((each) => found(lines, memberCalled(each), from, to) ?? [])[0];
    if (at === undefined) break;
    last = at;
    span = insideOf(lines, at);
  }
  return last;
}

/** The line where a script gives a name out. */
function exported(lines: readonly string[], name: string): number | undefined {
  const word = literalPattern(name);
  const pattern = new RegExp(
    `^export\\b.*\\b(?:function|const|class|let)\\s+${word}\\b|\\bexports\\.${word}\\s*=|^(?:async\\s+)?function\\s+${word}\\b`,
  );
  return found(lines, pattern, 0, lines.length);
}

/** A contract's module has its models in a file beside it, where they were imported. */
const candidates = (file: string): string[] =>
  posix.basename(file) === 'contract.ts' ? [file, posix.join(posix.dirname(file), 'model.ts')] : [file];

/**
 * Finds lines in the files of a project: of a pointer, the member that it names; of an export, its declaration. The first
 * line of the file where there is none.
 * @returns a function of a file, relative to the project, and of what is looked for in it.
 */
export function linesIn(cwd: string): (file: string, sought: { pointer: string; export?: string | undefined }) => Line {
  const texts = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const path = resolve(cwd, file);
    const known = texts.get(path) ?? (existsSync(path) ? readFileSync(path, 'utf8').split(/\r?\n/) : []);
    texts.set(path, known);
    return known;
  };
  return (file, { pointer, export: name }) => {
    const found = candidates(file).flatMap((candidate) => {
      const lines = linesOf(candidate);
      const at = name === undefined ? walked(lines, pointer) : exported(lines, name);
      return at === undefined ? [] : [{ file: candidate, line: at + 1 }];
    });
    return found[0] ?? { file, line: 1 };
  };
}
