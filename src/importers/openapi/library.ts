import { realpathSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { ContractError, fromPointer, isJsonObject, type JsonValue } from '../../contract';
import { documentText } from '../document-text';
import type { DocumentWarning } from '../report';
import { parseText } from './parse';
import { type Place, placeAt, placeName } from './place';

/** Files that a document may refer to. */
const DATA = /\.(?:ya?ml|json)$/i;

/** References may lead over so many references. */
const LONGEST_CHAIN = 50;

/**
 * A document and the local files that it refers to, each read once. Nothing is fetched, and no file outside of the
 * document's folder is read.
 */
export class Library {
  private readonly files = new Map<string, JsonValue>();
  private readonly folder: string;
  /** What is odd about the files' texts. */
  readonly warnings: DocumentWarning[] = [];
  readonly root: Place;

  constructor(path: string) {
    const file = resolve(path);
    this.folder = dirname(existing(file, basename(path)));
    this.root = { file, pointer: '', value: this.load(file, basename(path)) };
  }

  /** The files that were read, relative to the document's folder. */
  get names(): string[] {
    return [...this.files.keys()].map((file) => relative(this.folder, realpathSync(file)));
  }

  /** The place that a reference leads to. @throws ContractError where there is none, or where it may not be read. */
  target(ref: string, from: Place): Place {
    const [path = '', fragment = ''] = splitReference(ref);
    const file = path === '' ? from.file : this.fileOf(path, from);
    const top = { file, pointer: '', value: this.load(file, placeName(from)) };
    if (fragment !== '' && !fragment.startsWith('/'))
      throw refused(
        `the reference ${ref} by an anchor is not supported`,
        from,
        'Refer to the place by a JSON pointer.',
      );
    const found = placeAt(top, ...fromPointer(decoded(fragment)));
    if (found === undefined) throw refused(`the reference ${ref} leads nowhere`, from, 'Correct the reference.');
    return found;
  }

  /** The place at a pointer into a file that was read; `undefined` where there is none. */
  at(file: string, pointer: string): Place | undefined {
    const value = this.files.get(file);
    return value === undefined ? undefined : placeAt({ file, pointer: '', value }, ...fromPointer(pointer));
  }

  /** The place itself, or where its `$ref` leads to. @throws ContractError as of {@link target}, and for a loop. */
  follow(place: Place): Place {
    let here = place;
    for (let count = 0; count < LONGEST_CHAIN; count += 1) {
      const ref = isJsonObject(here.value) && Object.hasOwn(here.value, '$ref') ? here.value['$ref'] : undefined;
      if (typeof ref !== 'string') return here;
      here = this.target(ref, here);
    }
    throw refused('the references only lead to each other', place, 'Correct the references.');
  }

  private fileOf(path: string, from: Place): string {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path))
      throw refused(
        `the reference to ${path} is not followed: nothing is fetched`,
        from,
        'Put a copy of the file beside the document.',
      );
    const file = resolve(dirname(from.file), decoded(path));
    // An import keeps copies beside contract.ts: none may take the place of a program.
    if (!DATA.test(file))
      throw refused(`${path} is no file of data`, from, 'Refer to files that end in .yaml, .yml or .json.');
    if (!`${existing(file, placeName(from))}`.startsWith(this.folder + sep))
      throw refused(`${path} lies outside of the document's folder`, from, 'Move the file into the folder.');
    return file;
  }

  private load(file: string, where: string): JsonValue {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    const { value, warnings } = parseText(documentText(file, where), file);
    this.files.set(file, value);
    this.warnings.push(...warnings);
    return value;
  }
}

const refused = (message: string, from: Place, next: string): ContractError =>
  new ContractError(message, { where: placeName(from), next });

const unreadable = (file: string, where: string, error: unknown): ContractError =>
  new ContractError(`${basename(file)} cannot be read: ${(error as Error).message}`, {
    where,
    next: 'Check the path.',
  });

/** The file's real path: links may not lead out of the folder either. */
function existing(file: string, where: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    throw unreadable(file, where, error);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function splitReference(ref: string): [path: string, fragment: string] {
  const hash = ref.indexOf('#');
  return hash < 0 ? [ref, ''] : [ref.slice(0, hash), ref.slice(hash + 1)];
}

/** The name of a file without its ending. */
export const stemOf = (file: string): string => basename(file, extname(file));
