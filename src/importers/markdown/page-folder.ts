import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ContractError, type JsonSchema } from '../../contract';
import { isApiPage } from './api-page';
import { isModelPage } from './model-page';
import { stemOf } from './stem';
import { bare } from './text';

/** A page as it lies in its folder. */
export interface Page {
  /** Relative to the folder, with slashes. */
  readonly file: string;
  readonly text: string;
}

/** Folders deeper than this, and pages larger, are no documentation of models. */
const DEEPEST = 6;
const LARGEST = 8_000_000;
const MOST = 30_000;

function filesIn(folder: string, depth: number): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isFile()) return /\.mdx?$/i.test(entry.name) ? [path] : [];
      const isOpen = entry.isDirectory() && depth > 0 && !entry.name.startsWith('.') && entry.name !== 'node_modules';
      return isOpen ? filesIn(path, depth - 1) : [];
    });
}

/** A name that is one of a model, not of a scalar or of a list. */
const MODEL_NAME = /^(?=[A-Z]|.*[._:\\])[\p{L}\p{N}_$.:\\@-]+$/u;

/** The pages of a folder, by what they are; links lead from one to another. Nothing outside of the folder is read. */
export class PageFolder {
  readonly models: readonly Page[];
  readonly apis: readonly Page[];
  /** Pages of models whose name another page has: which of them a link means, nobody can tell. */
  readonly twins: readonly Page[];
  /** Neither: guides, READMEs, pages that are too large. */
  readonly others: readonly Page[];
  private readonly byName = new Map<string, string>();

  /**
   * @param isDeep whether folders within it belong to it.
   * @throws ContractError where the folder cannot be read.
   */
  constructor(
    readonly folder: string,
    isDeep: boolean,
  ) {
    const pages = pagesOf(folder, isDeep ? DEEPEST : 0);
    this.apis = pages.filter(({ text }) => isApiPage(text));
    const models = pages.filter((page) => !this.apis.includes(page) && isModelPage(page.text));
    this.others = pages.filter((page) => !this.apis.includes(page) && !models.includes(page));
    const first = new Map<string, Page>();
    for (const page of models) if (!first.has(stemOf(page.file))) first.set(stemOf(page.file), page);
    this.models = [...first.values()];
    this.twins = models.filter((page) => first.get(stemOf(page.file)) !== page);
    for (const { file } of this.models) {
      const stem = stemOf(file);
      if (!this.byName.has(bare(stem))) this.byName.set(bare(stem), stem);
    }
    for (const { file } of this.models) this.byName.set(`=${stemOf(file)}`, stemOf(file));
  }

  /** The model that a type names: a page of just that name, else one that differs in case and separators only. */
  readonly look = (name: string): JsonSchema | undefined => {
    const stem = this.byName.get(`=${name}`) ?? (MODEL_NAME.test(name) ? this.byName.get(bare(name)) : undefined);
    return stem === undefined ? undefined : { $ref: `#/$defs/${stem}` };
  };
}

function pagesOf(folder: string, depth: number): Page[] {
  const paths = listed(folder, depth);
  if (paths.length > MOST)
    throw new ContractError(`the folder has ${paths.length} pages: more than ${MOST} are no documentation of one API`, {
      where: folder,
      next: 'Name a folder further down.',
    });
  return paths.map((path) => {
    const file = relative(folder, path).split(sep).join('/');
    return { file, text: statSync(path).size > LARGEST ? '' : readFileSync(path, 'utf8') };
  });
}

function listed(folder: string, depth: number): string[] {
  try {
    return filesIn(folder, depth);
  } catch (error) {
    throw new ContractError(`the folder cannot be read: ${(error as Error).message}`, {
      where: folder,
      next: 'Check the path.',
    });
  }
}
