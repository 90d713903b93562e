import { basename, resolve, sep } from 'node:path';
import { ContractError, type OperationSource } from '../../contract';
import { kebabCase } from '../names';
import { type Found, operationsOf } from './operations';
import { type Reading, referencesIn } from './reading';
import { stemOf } from './stem';
import { bare } from './text';

/** An operation by its id, up to case and separators, or as `GET /path`. */
function chosen(all: Found['operations'], word: string): Found['operations'] {
  const entries = Object.entries(all);
  const exact = entries.filter(([id, { method, path }]) => id === word || `${method} ${path}` === word);
  const found = exact.length > 0 ? exact : entries.filter(([id]) => bare(id) === bare(word));
  return Object.fromEntries(found.slice(0, 1));
}

/** A page of a model says nothing about operations: a GET that returns it stands for whatever does. */
const standIn = (name: string): Found['operations'] => ({
  [`read${name}`]: {
    method: 'GET',
    path: `/${kebabCase(name)}`,
    responses: { '200': { schema: { $ref: `#/$defs/${name}` } } },
    isStandIn: true,
  },
});

const isAnswerOf = (name: string, { responses }: OperationSource): boolean =>
  Object.values(responses).some(({ schema }) => referencesIn(schema).includes(name));

/** What of the pages is asked for. */
export interface Selection {
  readonly name: string;
  readonly operations: Found['operations'];
  /** The models to take beside those of the operations. */
  readonly models: readonly string[];
}

/** Why a word names nothing: it is left out, or there is no such thing. */
function unknownWord(word: string, reading: Reading, { operations: all, reports }: Found): ContractError {
  const leftOut = reports
    .flatMap(({ warnings }) => warnings)
    .find(({ message }) => message.startsWith(`${word} is left out`));
  if (leftOut !== undefined) return new ContractError(leftOut.message, { where: leftOut.where });
  const names = [...Object.keys(all), ...reading.names];
  const like = names.filter((name) => bare(name).includes(bare(word)));
  const known = (like.length > 0 ? like : names).slice(0, 20).join(', ');
  return new ContractError(`the pages have no operation and no model ${word}`, {
    where: reading.folder.folder,
    next: known === '' ? 'There are no pages of models in this folder.' : `They have ${known}, ...`,
  });
}

/** What of a folder is asked for: an operation, a model, or all there is. */
export function ofFolder(reading: Reading, found: Found, word: string | undefined): Selection {
  const { operations } = found;
  const name = folderName(reading.folder.folder);
  if (reading.names.length === 0 && Object.keys(operations).length === 0)
    throw new ContractError('the folder has no pages of models or operations', {
      where: reading.folder.folder,
      next: 'Name the folder that has them.',
    });
  if (word === undefined) {
    const models = reading.names;
    const roots = Object.keys(operations).length > 0 ? [] : rootsOf(reading);
    return { name, operations: { ...operations, ...Object.assign({}, ...roots.map(standIn)) }, models };
  }
  const [entry] = Object.entries(chosen(operations, word));
  if (entry !== undefined) return { name: kebabCase(entry[0]), operations: { [entry[0]]: entry[1] }, models: [] };
  const model = reading.names.find((each) => each === word) ?? reading.names.find((each) => bare(each) === bare(word));
  if (model === undefined) throw unknownWord(word, reading, found);
  return ofModel(model, operations);
}

/** A model, with the operations that answer with it. */
function ofModel(model: string, all: Found['operations'], word?: string): Selection {
  const own = Object.fromEntries(Object.entries(all).filter(([, operation]) => isAnswerOf(model, operation)));
  const named = word === undefined ? {} : chosen(all, word);
  const operations = Object.keys(named).length > 0 ? named : own;
  const isKnown = Object.keys(operations).length > 0;
  return { name: kebabCase(model), operations: isKnown ? operations : standIn(model), models: [model] };
}

/** The models that no other one refers to. */
function rootsOf(reading: Reading): string[] {
  const { models } = reading.closure(reading.names);
  const referred = new Set(
    Object.entries(models).flatMap(([name, schema]) => referencesIn(schema).filter((other) => other !== name)),
  );
  const roots = Object.keys(models).filter((name) => !referred.has(name));
  return roots.length > 0 ? roots : Object.keys(models).slice(0, 1);
}

/** Names of folders that say nothing of whose pages lie there. */
const GENERIC = /^(?:docs?|models?|api|markdown|pages)$/i;

const folderName = (folder: string): string => {
  const words = resolve(folder).split(sep).reverse();
  return kebabCase(words.find((word) => word !== '' && !GENERIC.test(word)) ?? '') || 'api';
};

/** The name of the API that pages are about: the folder's own, where it says anything, or that of a page alone. */
export function apiName(folder: string, file: string | undefined): string {
  if (file !== undefined) return kebabCase(stemOf(file));
  const name = basename(resolve(folder));
  return (GENERIC.test(name) ? '' : kebabCase(name)) || 'api';
}

/** Several selections as one. */
export const together = (name: string, all: readonly Selection[]): Selection => ({
  name,
  operations: Object.assign({}, ...all.map(({ operations }) => operations)),
  models: [...new Set(all.flatMap(({ models }) => models))],
});

/** What of one page is asked for. @throws ContractError for a page that is neither of a model nor of operations. */
export function ofFile(reading: Reading, found: Found, file: string, word: string | undefined): Selection {
  const { folder } = reading;
  if (folder.models.some((page) => page.file === file)) return ofModel(stemOf(file), found.operations, word);
  const api = folder.apis.find((page) => page.file === file);
  if (api !== undefined) {
    const own = operationsOf(folder, [api]);
    if (word !== undefined) return ofFolder(reading, own, word);
    return { name: kebabCase(stemOf(file)), operations: own.operations, models: [] };
  }
  throw new ContractError('the page has no table of properties', {
    where: file,
    next: 'Give a model page of a code generator, with a table under "## Properties", or a folder of them.',
  });
}
