import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Case, caseLine } from '../../contract';
import type { Bucket } from '../../fuzz';
import { Failure } from '../../result';
import { writeWhole } from '../files/write-whole';
import { casesIn } from './written-cases';

const ENDING = '.ndjson';

/** A name that every file system takes, and that says what is in the file. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The ids of kept cases begin so: a case keeps its name wherever it is run. */
const KEPT = 'kept ';

/** Whether a case comes from a corpus. */
export const isKept = ({ id }: Case): boolean => id.startsWith(KEPT);

/**
 * The cases that a folder keeps, in the order of their files' names; none where the folder is not there yet.
 * @throws Failure (usage) naming the file and line that holds no case.
 * @example
 * it.each(corpusCases('corpus'))('$id', async (response) => {
 *   expect(await parserFindings({ contract: 'user-update-resp', parser: parseUser, response })).toEqual([]);
 * });
 */
export function corpusCases(folder: string, cwd = process.cwd()): Case[] {
  const path = resolve(cwd, folder);
  if (!existsSync(path)) return [];
  const files = readdirSync(path)
    .filter((name) => name.endsWith(ENDING))
    .sort();
  return files.flatMap((name) => {
    const file = join(path, name);
    return casesIn(readFileSync(file, 'utf8'), relative(cwd, file)).map((testCase) => ({
      ...testCase,
      id: isKept(testCase) ? testCase.id : `${KEPT}${testCase.id}`,
    }));
  });
}

/** Keeps the smallest case of a finding, unless it was found by one that is kept already. */
export function keepCase({ first, smallest, complaint }: Bucket, folder: string, cwd: string): void {
  if (isKept(first)) return;
  const name = slug(`${complaint.rule} ${complaint.pointer ?? ''}`);
  const mark = digest(`${smallest.status} ${smallest.body ?? smallest.bodyBase64}`);
  const kept = { ...smallest, id: `${KEPT}${name} ${mark}` };
  writeWhole(resolve(cwd, folder, `${name}.${mark}${ENDING}`), `${caseLine(kept)}\n`);
}

function requireDistinct(cases: readonly Case[], folder: string): void {
  const seen = new Set<string>();
  for (const { id } of cases) {
    if (seen.has(id)) throw new Failure('usage', `${folder} has two cases ${id}`, 'Give one of them another id.');
    seen.add(id);
  }
}

/**
 * The cases that a folder keeps, as a run begins with them.
 * @throws Failure (usage) where an id stands for two of them: neither could be run again by it.
 */
export function keptCases(folder: string, cwd: string): Case[] {
  const kept = corpusCases(folder, cwd);
  requireDistinct(kept, folder);
  return kept;
}
