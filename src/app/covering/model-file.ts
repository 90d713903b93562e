import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  MODEL_MEMBERS,
  type Model,
  type PictOptions,
  type Row,
  readModel,
  readPict,
  readPictRows,
} from '../../covering';
import { Failure } from '../../result';

/** What was read from files, and what of them was left out. */
export interface ModelFile {
  readonly model: Model;
  readonly warnings: readonly string[];
}

function textOf(path: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch {
    throw new Failure('usage', `cannot read ${path}`, 'Name a file: JSON with factors, or text in the format of PICT.');
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('usage', `${path} begins like JSON and is none: ${(error as Error).message}`);
  }
}

const isJson = (text: string): boolean => /^\uFEFF?\s*[{[]/.test(text);

/**
 * The factor model in a file: JSON, or PICT's text.
 * @param options how PICT's text is written, and combinations of how many factors are covered instead of what the
 * model asks for
 * @throws Failure (usage) where there is no such file; CoveringError where it holds no model.
 */
export function modelFile(path: string, cwd: string, options: PictOptions): ModelFile {
  const text = textOf(path, cwd);
  if (!isJson(text)) {
    const { model, warnings } = readPict(text, options);
    return { model, warnings: warnings.map((warning) => `${path}, ${warning}`) };
  }
  const { strength } = options;
  const json = parsed(text.replace(/^\uFEFF/, ''), path);
  const model = readModel(json);
  const members = Object.keys(json as object).filter((name) => !(MODEL_MEMBERS as readonly string[]).includes(name));
  return {
    model: strength === undefined ? model : { ...model, goals: [{ strength }] },
    warnings: members.map((name) => `${path}: ${JSON.stringify(name)} is no part of a model, and says nothing`),
  };
}

/** Rows of a JSON file: a list, or what `--json` prints. */
const rowsIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'rows' in value ? value.rows : value;

/**
 * The model with the rows of a file to keep: as the command prints them, by names or with `--json`.
 * @throws Failure (usage) where there is no such file; CoveringError where it holds no rows.
 */
export function withKept({ model, warnings }: ModelFile, path: string, cwd: string, options: PictOptions): ModelFile {
  const text = textOf(path, cwd);
  if (isJson(text)) {
    const { keep = [] } = readModel({ factors: [], keep: rowsIn(parsed(text, path)) });
    return { model: { ...model, keep: [...(model.keep ?? []), ...keep] }, warnings };
  }
  const { rows, unknown } = readPictRows(model, text, options);
  const open = unknown.map((what) => `${path}: the model has no ${what}: left open`);
  const keep: Row[] = [...(model.keep ?? []), ...rows];
  return { model: { ...model, keep }, warnings: [...warnings, ...open] };
}
