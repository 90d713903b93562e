import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Case, VERDICTS } from '../../contract';
import { Failure } from '../../result';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a value that should be a case, in words; `undefined` for a case. */
function fault(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is no object';
  if (!VERDICTS.some((verdict) => verdict === value['verdict'])) return `its verdict is not ${VERDICTS.join(', ')}`;
  if (!['number', 'undefined'].includes(typeof value['status'])) return 'its status is no number';
  if (typeof value['body'] !== 'string' && typeof value['bodyBase64'] !== 'string') return 'it has no body';
  return undefined;
}

/** A case of one line; what a person need not write is filled in. */
function caseOf(line: string, id: string, status: number): Case {
  const value: unknown = JSON.parse(line);
  const wrong = fault(value);
  if (wrong !== undefined) throw new SyntaxError(wrong);
  return { ...{ id, status, headers: {}, classes: {}, seed: 1 }, ...(value as Case) };
}

/**
 * Cases written as NDJSON, one a line, as `pactcheck cases` prints them.
 * @throws Failure (usage) naming the line that holds none.
 */
export const casesIn = (text: string, where: string, status = 200): Case[] =>
  text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [caseOf(line, `case ${index + 1}`, status)];
    } catch (error) {
      throw new Failure(
        'usage',
        `${where}, line ${index + 1}, holds no case: ${(error as Error).message}`,
        'Write one case a line, as `pactcheck cases` does.',
      );
    }
  });

/**
 * The cases that `--replay` gives in a file, or in the word itself; `undefined` where it is an id. A case without an id is
 * called by its line, and has the contract's status where it names none.
 * @throws Failure (usage) where they are none.
 */
export function writtenCases(word: string, cwd: string, status: number): Case[] | undefined {
  if (word.trimStart().startsWith('{')) return casesIn(word, '--replay', status);
  const path = resolve(cwd, word);
  return existsSync(path) ? casesIn(readFileSync(path, 'utf8'), word, status) : undefined;
}
