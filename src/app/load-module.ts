import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure, nextAfter } from '../result';
import { readingDecorators } from './decorated';
import { loadErrorText } from './load-error';
import { modulesCache } from './modules-cache';

/** What a module of the user's means by `pactcheck` is the package that loads it, wherever that is installed. */
const DOORS = join(__dirname, '../doors');

async function importedWith(file: string, fsCache: string | false): Promise<Readonly<Record<string, unknown>>> {
  const { createJiti } = require('jiti') as typeof import('jiti');
  const options = { interopDefault: false, fsCache, alias: { pactcheck: DOORS } };
  const plain = createJiti(__filename, options);
  const transform = readingDecorators((text) => plain.transform(text));
  return await createJiti(__filename, { ...options, transform }).import(file);
}

/** Why a cache cannot be written: what is compiled anew each time runs as well. */
const UNWRITABLE: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO']);

async function imported(file: string): Promise<Readonly<Record<string, unknown>>> {
  const cache = modulesCache();
  try {
    return await importedWith(file, cache);
  } catch (error) {
    if (cache === false || !UNWRITABLE.has((error as NodeJS.ErrnoException | undefined)?.code)) throw error;
    return importedWith(file, false);
  }
}

/**
 * Loads a TypeScript, JavaScript or JSON module of the user's.
 * @throws Failure (usage) where the file is not there or does not load.
 */
export async function loadModule(path: string, cwd: string): Promise<Readonly<Record<string, unknown>>> {
  const file = resolve(cwd, path);
  if (!existsSync(file)) throw new Failure('usage', `there is no file ${path}`, 'Check the path.');
  try {
    return await imported(file);
  } catch (error) {
    throw new Failure(
      'usage',
      `${path} cannot be loaded: ${loadErrorText(error, cwd)}`,
      'Run it on its own to see why.',
    );
  }
}

/**
 * One export of a module, by `file.ts#name`; the default export where no name is given.
 * @throws Failure (usage) where there is no such file or export.
 */
export async function loadExport(reference: string, cwd: string): Promise<unknown> {
  const [path = '', name = 'default'] = reference.split('#');
  const loaded = await loadModule(path, cwd);
  if (Object.hasOwn(loaded, name)) return loaded[name];
  const whole = exportsOf(loaded);
  if (Object.hasOwn(whole, name)) return whole[name];
  const [owner = '', ...members] = name.split('.');
  if (members.length > 0 && Object.hasOwn(whole, owner)) return memberOf(whole[owner], owner, members);
  const names = Object.keys(whole).filter((key) => key !== '__esModule');
  throw new Failure(
    'usage',
    `${path} has no export ${name}`,
    nextAfter(name, names, `It exports ${names.join(', ') || 'nothing'}.`),
  );
}

/** A member of an export, as `User.fromJson`: a function keeps what it is called on. */
function memberOf(holder: unknown, path: string, [name = '', ...rest]: readonly string[]): unknown {
  const isHolder = (typeof holder === 'object' && holder !== null) || typeof holder === 'function';
  if (!isHolder || !(name in (holder as object)))
    throw new Failure('usage', `${path} has no member ${name}`, 'Check the name.');
  const member = (holder as Record<string, unknown>)[name];
  if (rest.length > 0) return memberOf(member, `${path}.${name}`, rest);
  return typeof member === 'function' ? member.bind(holder) : member;
}

/** All that a CommonJS module exports: Node finds by reading it only what it assigns in the plainest way. */
function exportsOf(loaded: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { default: whole } = loaded;
  const isHolder = (typeof whole === 'object' && whole !== null) || typeof whole === 'function';
  return isHolder ? { ...loaded, ...whole } : loaded;
}
