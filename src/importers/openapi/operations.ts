import { ContractError, isJsonObject, type Method, unlessRefused } from '../../contract';
import { nextAfter } from '../../result';
import type { Library } from './library';
import type { Notes } from './notes';
import { type Place, placeAt, placeName, placesIn, textAt } from './place';

const METHODS: Readonly<Record<string, Method>> = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  patch: 'PATCH',
  delete: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
};

/** Members of a path that hold operations of methods that a contract does not have; the last two are of OpenAPI 3.2. */
const UNREAD: readonly string[] = ['trace', 'query', 'additionalOperations'];

/** An operation of a document, found but not yet read. */
export interface Found {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly place: Place;
  /** The path's own entry, whose parameters all of its operations have. */
  readonly item: Place;
}

/** `GET /pets/{id}` as an id: `getPetsById`. */
function idOf(method: string, path: string): string {
  const words = path.split('/').flatMap((segment) => {
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    return name === undefined ? segment.split(/[^\p{L}\p{N}]+/u) : ['by', ...name.split(/[^\p{L}\p{N}]+/u)];
  });
  const capital = words.filter(Boolean).map((word) => (word[0] as string).toUpperCase() + word.slice(1));
  return method + capital.join('');
}

/** All operations of a document. Ids that are missing or doubled are made up, and said so. */
export function operationsOf(root: Place, library: Library, notes: Notes): Found[] {
  const taken = new Set<string>();
  return placesIn(placeAt(root, 'paths')).flatMap(([path, entry]) => {
    if (!path.startsWith('/')) return [];
    const item = followed(entry, library, notes);
    return placesIn(item).flatMap(([word, place]) => {
      const method = Object.hasOwn(METHODS, word) ? METHODS[word] : undefined;
      if (UNREAD.includes(word)) notes.warn(place, `${word} is not read: no operation is made of it`);
      if (method === undefined || item === undefined || !isJsonObject(place.value)) return [];
      const own = textAt(place, 'operationId');
      const id = free(own ?? idOf(word, path), taken);
      if (own !== undefined && id !== own) notes.warn(place, `another operation is called ${own}: this one is ${id}`);
      return [{ id, method, path, place, item }];
    });
  });
}

function free(id: string, taken: Set<string>): string {
  let name = id;
  for (let count = 2; taken.has(name); count += 1) name = `${id}_${count}`;
  taken.add(name);
  return name;
}

/** A path that cannot be read is named; the others are read. */
const followed = (entry: Place, library: Library, notes: Notes): Place | undefined =>
  unlessRefused<Place | undefined>(
    () => library.follow(entry),
    ({ message }) => {
      notes.warn(entry, `the path is left out: ${message}`);
      return undefined;
    },
  );

/** Letters and digits alone: `get-order`, `getorder` and `getOrder` are near to each other. */
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The operations that a word names: exactly, else the only one that it is near to. */
function namedBy(word: string, all: readonly Found[]): readonly Found[] {
  const exact = all.filter(
    ({ id, method, path, place }) => word === id || word === `${method} ${path}` || word === place.pointer,
  );
  if (exact.length > 0) return exact;
  const near = all.filter(({ id, method, path }) =>
    [id, `${method} ${path}`].some((name) => bare(name) === bare(word) && bare(word) !== ''),
  );
  return near.length === 1 ? near : [];
}

function unknown(word: string, all: readonly Found[], root: Place): ContractError {
  const like = all.map(({ id }) => id).filter((id) => id.toLowerCase().includes(word.toLowerCase()));
  const known = (like.length > 0 ? like : all.map(({ id }) => id)).slice(0, 20).join(', ');
  return new ContractError(`the document has no operation ${word}`, {
    where: placeName(root).replace(/#$/, ''),
    next:
      known === ''
        ? 'It has no operations at all.'
        : nextAfter(
            word,
            all.map(({ id }) => id),
            `It has ${known}${all.length > 20 ? ', ...' : ''}.`,
          ),
  });
}

/**
 * The operations that words name, each by its id, `GET /path`, or a pointer to the operation, in the document's order;
 * all of them without a word.
 * @throws ContractError for a word that names none.
 */
export function chosen(all: readonly Found[], words: readonly string[], root: Place): readonly Found[] {
  if (words.length === 0) return all;
  const named = new Set(
    words.flatMap((word) => {
      const found = namedBy(word, all);
      if (found.length === 0) throw unknown(word, all, root);
      return found;
    }),
  );
  return all.filter((found) => named.has(found));
}
