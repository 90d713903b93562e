import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Contract, ContractError, type ContractSource, defineContract, type WireNames } from '../contract';
import type { ReadOptions } from '../importers';
import { Failure, similar } from '../result';
import type { Tell } from './document-warnings';
import { fromGit, isInGit } from './git-tree';
import { loadModule } from './load-module';

/** Where contracts are looked up by name. */
export const CONTRACTS_FOLDER = 'contracts';

/** How a contract is read. */
export interface ReferenceOptions extends ReadOptions {
  readonly cwd: string;
  /** Overrides the contract's own naming. */
  readonly wireNames?: WireNames | undefined;
  /** Hears what a document that is used without an import warns of, a line each. */
  readonly tell?: Tell | undefined;
}

/** The names of the contracts in the contracts folder, sorted; none where there is no such folder. */
export function contractNames(cwd: string): string[] {
  const folder = resolve(cwd, CONTRACTS_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && existsSync(join(folder, name, 'contract.ts')))
    .sort();
}

/** The endings of documents; without one, a reference is a name. */
const DOCUMENT = /\.(?:mdx?|ya?ml|json)$/i;

const isSource = (value: unknown): value is ContractSource =>
  typeof value === 'object' && value !== null && 'models' in value && 'operations' in value;

async function sourceOf(file: string, cwd: string): Promise<ContractSource> {
  const loaded = await loadModule(file, cwd);
  const source = [loaded['default'], loaded['contract'], loaded].find(isSource);
  if (source !== undefined) return source;
  throw new Failure(
    'usage',
    `${file} exports no contract`,
    'Export it as default: `export default { ... } as const satisfies ContractSource`.',
  );
}

function unknownContract(reference: string, cwd: string): Failure {
  const [path = ''] = reference.split('#');
  if (DOCUMENT.test(path) && existsSync(resolve(cwd, path)))
    return new Failure(
      'usage',
      `there is no contract ${reference}: ${path} is neither a document that is known nor a contract`,
      'Give a document of OpenAPI or Swagger, a model page, or a contract.',
    );
  if (DOCUMENT.test(path) || path.includes('/'))
    return new Failure('usage', `there is no contract ${reference}: there is no file ${path}`, 'Check the path.');
  const names = contractNames(cwd);
  const meant = similar(reference, names);
  const known =
    names.length > 0 ? `${CONTRACTS_FOLDER}/ has ${names.join(', ')}` : `there is no folder ${CONTRACTS_FOLDER}/ here`;
  return new Failure(
    'usage',
    `there is no contract ${reference}: ${known}`,
    meant === undefined
      ? 'Give a name, a contract module or a document.'
      : `Did you mean ${meant}? A contract module or a document will do, too.`,
  );
}

/** Says which contracts there are, where none is named. */
export function unnamedContract(command: string, cwd: string): Failure {
  const names = contractNames(cwd);
  const [first = 'openapi.yaml#operationId'] = names;
  const known =
    names.length > 0 ? `${CONTRACTS_FOLDER}/ has ${names.join(', ')}` : `there is no folder ${CONTRACTS_FOLDER}/ here`;
  return new Failure('usage', `no contract is named: ${known}`, `Name one, as in pactcheck ${command} ${first}.`);
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The source that a document gives, as `openapi.yaml#operationId`; `undefined` where the reference is to none. */
function documentOf(reference: string, { cwd, tell, isWhole }: ReferenceOptions): ContractSource | undefined {
  const [path = '', ...operation] = reference.split('#');
  const file = resolve(cwd, path);
  if (!(DOCUMENT.test(path) || isFolder(file)) || !existsSync(file)) return undefined;
  const { sourceFrom } = require('./document-source') as typeof import('./document-source');
  const reading = { reference, operation: operation.join('#') || undefined, tell, isWhole };
  return inWords(reference, () => sourceFrom(file, reading));
}

/** @throws Failure (usage) where a ContractError is thrown, with its place and the way out. */
function inWords<T>(reference: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const where = error.where === undefined ? reference : `${reference} at ${error.where}`;
    throw new Failure('usage', `${error.message} (${where})`, error.next);
  }
}

/**
 * The source that a contract reference names: a contract's name, a path to a contract module or to its folder, a
 * document, or one of them at a commit, as `git:REF:PATH`.
 * @throws Failure (usage) where there is none.
 */
export async function loadSource(reference: string, options: ReferenceOptions): Promise<ContractSource> {
  const { cwd, isWhole } = options;
  if (isInGit(reference))
    return fromGit(reference, cwd, (inside, folder) => loadSource(inside, { cwd: folder, isWhole }));
  const byName = join(CONTRACTS_FOLDER, reference, 'contract.ts');
  if (/^[\w.-]+$/.test(reference) && existsSync(resolve(cwd, byName))) return sourceOf(byName, cwd);
  if (/\.[cm]?[jt]s$/.test(reference)) return sourceOf(reference, cwd);
  if (existsSync(resolve(cwd, reference, 'contract.ts'))) return sourceOf(join(reference, 'contract.ts'), cwd);
  const document = documentOf(reference, options);
  if (document !== undefined) return document;
  if (reference.endsWith('.json')) return sourceOf(reference, cwd);
  throw unknownContract(reference, cwd);
}

/**
 * The contract that a reference names, on the wire names asked for.
 * @throws Failure (usage) where there is none; ContractError where it is wrong.
 */
export async function loadContract(reference: string, options: ReferenceOptions): Promise<Contract> {
  const source = await loadSource(reference, options);
  return inWords(reference, () => defineContract(source, { wireNames: options.wireNames }));
}

/** The file of this checkout that a reference names, for `run.contractFile`; none of one into git. */
export function contractFileOf(reference: string, cwd: string): { contractFile?: string } {
  if (isInGit(reference)) return {};
  const named = `${CONTRACTS_FOLDER}/${reference}/contract.ts`;
  const file = /^[\w.-]+$/.test(reference) && existsSync(resolve(cwd, named)) ? named : (reference.split('#')[0] ?? '');
  const path = relative(cwd, resolve(cwd, file)).split(sep).join('/');
  return existsSync(resolve(cwd, file)) && !path.startsWith('../') ? { contractFile: path } : {};
}

/** The folder that a contract module lies in, where a reference names one of this checkout; documents have none. */
export function folderOf(reference: string, cwd: string): string | undefined {
  if (isInGit(reference)) return undefined;
  const own = resolve(cwd, CONTRACTS_FOLDER, reference);
  if (/^[\w.-]+$/.test(reference) && existsSync(join(own, 'contract.ts'))) return own;
  const path = resolve(cwd, reference);
  return /\.[cm]?[jt]s$/.test(reference) && existsSync(path) ? dirname(path) : undefined;
}
