import { basename } from 'node:path';
import { ContractError, isJsonObject, LeastSizes, Normaliser, type OperationSource } from '../../contract';
import { AnswerProblems } from '../answer-problem';
import type { ImportedDocument, ReadOptions, Wanted } from '../imported-document';
import { kebabCase } from '../names';
import type { Models } from '../print-module';
import { Library } from './library';
import { ModelShelf } from './models';
import { Notes } from './notes';
import { chosen, type Found, operationsOf } from './operations';
import { type Place, placeName, textAt } from './place';
import { readOperation } from './read-operation';
import type { Version } from './schema/reading';
import { soundModels } from './sound-models';
import { soundOperation } from './sound-operation';
import { type Touching, together } from './together';
import { unjudgedOf } from './unjudged';
import { leftOut, otherParts, reasonsAgainst } from './usable';

/** @throws ContractError where the document is no OpenAPI document of a version that is known. */
function versionOf(root: Place): Version {
  const [openapi, swagger] = [textAt(root, 'openapi'), textAt(root, 'swagger')];
  const number = isJsonObject(root.value) ? (root.value['openapi'] ?? root.value['swagger']) : undefined;
  const version = openapi ?? swagger ?? (typeof number === 'number' ? String(number) : '');
  if (/^3\.[12]/.test(version)) return 'OpenAPI 3.1';
  if (/^3(?:\.0|$)/.test(version)) return 'OpenAPI 3.0';
  if (/^2(?:\.0|$)/.test(version)) return 'Swagger 2.0';
  if (isJsonObject(root.value) && root.value['overlay'] !== undefined)
    throw new ContractError('this is an Overlay, which is not read', {
      where: basename(root.file),
      next: 'Apply it to its document first, and give what comes out.',
    });
  throw new ContractError(
    version === '' ? 'this is no OpenAPI document: it names no version' : `OpenAPI ${version} is not supported`,
    { where: basename(root.file), next: 'Give a document of OpenAPI 3.1 or 3.0, or Swagger 2.0.' },
  );
}

/** The operations that can be used; @throws ContractError where there is none, and why. */
function usable(
  operations: readonly (readonly [Found, OperationSource])[],
  models: Models,
  notes: Notes,
  problems: AnswerProblems,
): (readonly [Found, OperationSource])[] {
  const touching: Touching[] = [];
  const kept = operations.filter(([found, source]) => {
    const reasons = reasonsAgainst(found, source, models, notes, problems);
    for (const { where, message } of reasons)
      touching.push({
        where,
        name: found.id,
        message: (ids, count) => `${ids} ${count === 1 ? 'is' : 'are'} left out: ${message}`,
      });
    return reasons.length === 0;
  });
  const refused = together(touching);
  const [first] = refused;
  if (kept.length === 0 && first !== undefined)
    throw new ContractError(refused.map(({ message, where }) => `${message} (${where})`).join('; '), {
      where: first.where,
      next: 'Write what it should be into a contract of your own, or choose another operation.',
    });
  notes.tell(refused);
  return kept;
}

/**
 * Reads operations of an OpenAPI document, and the models that they need: nothing else of it is looked at.
 * @param words of each operation its id, `GET /path`, or a pointer to it; all operations where there is none.
 * @throws ContractError for a document that cannot be read, or has no such operation that can be used.
 */
export function readOpenApi(path: string, words: Wanted, { isWhole = false }: ReadOptions = {}): ImportedDocument {
  const library = new Library(path);
  const { root } = library;
  const version = versionOf(root);
  const notes = new Notes();
  const shelf = new ModelShelf(library, version, notes, isWhole);
  const wanted = chosen(operationsOf(root, library, notes), words, root);
  const read = wanted.map((found) => {
    const desk = { library, shelf, notes, root, scope: found.id };
    return [found, readOperation(found, desk)] as const;
  });
  const models = soundModels(shelf, notes);
  const normaliser = new Normaliser(models);
  const sizes = new LeastSizes(normaliser.definitions());
  const sound = read.map(
    ([found, source]) => [found, soundOperation(found, source, normaliser, sizes, notes)] as const,
  );
  const operations = isWhole ? sound : usable(sound, models, notes, new AnswerProblems(models, normaliser, sizes));
  const parts = operations.flatMap(([{ id }, source]) => {
    notes.tell(leftOut(id, source, models, notes));
    return otherParts(id, source, models, notes);
  });
  notes.tell(together(parts));
  const title = textAt(root, 'info', 'title') ?? '';
  const single = operations.length === 1 ? operations[0]?.[0].id : undefined;
  return {
    name: kebabCase(single ?? title) || 'contract',
    api: kebabCase(title) || 'api',
    models,
    operations: Object.fromEntries(operations.map(([{ id }, source]) => [id, source])),
    consumer: 'consumer',
    provider: kebabCase(title) || 'provider',
    missing: [],
    ...(isWhole ? { unjudged: unjudgedOf(root, library) } : {}),
    files: library.names,
    reports: [
      {
        file: placeName(root).replace(/#$/, ''),
        read: notes.schemas,
        skipped: [...notes.unsupported.values()].flat().length,
        warnings: [...library.warnings, ...notes.warnings],
      },
    ],
  };
}
