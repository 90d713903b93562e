import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, type Run } from '../../result';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const COUNTS = ['passed', 'failed', 'skipped', 'durationMs'];

/** What is wrong with a value that should be a run, in words; `undefined` for a run. */
function fault(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is no object';
  if (value['version'] !== 1) return `its version is ${JSON.stringify(value['version'])}, and only 1 is known`;
  for (const name of ['command', 'contract']) if (typeof value[name] !== 'string') return `its ${name} is not given`;
  if (!Number.isSafeInteger(value['seed'])) return 'its seed is not given';
  const { summary, results } = value;
  if (!isObject(summary) || COUNTS.some((name) => typeof summary[name] !== 'number')) return 'its summary is not whole';
  if (!Array.isArray(results)) return 'it has no results';
  const wrong = results.findIndex((result) => !isResult(result));
  return wrong === -1 ? undefined : `its result ${wrong + 1} is none`;
}

const isResult = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  ['passed', 'failed', 'skipped', 'approximate'].includes(String(value['status'])) &&
  Array.isArray(value['findings']) &&
  value['findings'].every((finding) => isObject(finding) && typeof finding['fingerprint'] === 'string');

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('usage', `${file} is no JSON: ${(error as Error).message}`, NEXT);
  }
}

const NEXT = 'Give files that `--reporter json=FILE` wrote.';

/**
 * Reads a run that `--reporter json=FILE` wrote.
 * @throws Failure (usage) where the file is not there or holds something else.
 */
export function readRun(file: string, cwd: string): Run {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch {
    throw new Failure('usage', `${file} is not there`, `${NEXT} If a job should have written it, that job failed.`);
  }
  const value = parsed(file, text);
  const wrong = fault(value);
  if (wrong !== undefined) throw new Failure('usage', `${file} is no run of pactcheck: ${wrong}`, NEXT);
  return value as Run;
}
