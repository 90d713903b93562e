import { ContractError, type JsonSchema } from '../../contract';
import type { Models } from '../print-module';
import type { FileReport } from '../report';
import { asChoice } from './merged-choice';
import { type ModelPage, readModelPage } from './model-page';
import type { Page, PageFolder } from './page-folder';
import { stemOf } from './stem';

/** The pages of a folder, read; each once, and only those that are asked for. */
export class Reading {
  private readonly read = new Map<string, ModelPage>();
  private readonly refused = new Map<string, FileReport>();
  private readonly pages: ReadonlyMap<string, Page>;

  constructor(
    readonly folder: PageFolder,
    /** A page that must not be refused. */
    private readonly wanted: string | undefined,
  ) {
    this.pages = new Map(folder.models.map((page) => [stemOf(page.file), page]));
  }

  /** A model by its name, `undefined` where there is none that can be trusted. */
  model(name: string): ModelPage | undefined {
    const known = this.read.get(name);
    const page = this.pages.get(name);
    if (known !== undefined || page === undefined || this.refused.has(name)) return known;
    try {
      const read = readModelPage(page.text, page.file, this.folder.look);
      this.read.set(name, read);
      return read;
    } catch (error) {
      if (!(error instanceof ContractError) || name === this.wanted) throw error;
      const where = error.where ?? page.file;
      const warnings = [{ where, message: `refused: ${error.message}. ${error.next ?? ''}`.trim() }];
      this.refused.set(name, { file: page.file, read: 0, skipped: rowsOf(page), warnings });
      return undefined;
    }
  }

  /** Models with all that they refer to, in the order of the references. */
  closure(names: readonly string[]): { models: Models; pages: ModelPage[] } {
    const found = new Map<string, ModelPage>();
    const waiting = [...names];
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const read = found.has(name) ? undefined : this.model(name);
      if (read === undefined) continue;
      const page = asChoice(read, this.folder.models, (stem) => this.model(stem)) ?? read;
      found.set(name, page);
      waiting.push(...referencesIn(page.schema));
    }
    const pages = [...found.values()];
    return { models: Object.fromEntries(pages.map((page) => [page.name, page.schema])), pages };
  }

  /** What became of the pages that were refused. */
  get refusals(): FileReport[] {
    return [...this.refused.values()];
  }

  /** Whether there is a page of a model, and it was refused. */
  refuses(name: string): boolean {
    return this.refused.has(name);
  }

  /** The pages that were passed over, since others have the names of their models. */
  twins(models: readonly string[]): FileReport[] {
    return this.folder.twins
      .filter(({ file }) => models.includes(stemOf(file)))
      .map((page) => {
        const { file } = this.pages.get(stemOf(page.file)) as Page;
        const message = `${file} is a page of the same model: this one is passed over; import the folder of one of them`;
        return { file: page.file, read: 0, skipped: rowsOf(page), warnings: [{ where: page.file, message }] };
      });
  }

  /** The names of all models, also of those that are refused. */
  get names(): string[] {
    return [...this.pages.keys()];
  }
}

const rowsOf = ({ text }: Page): number => text.split('\n').filter((line) => /^\s*\|?\s*(?:\*\*|`)/.test(line)).length;

/** The names of the models that a schema refers to. */
export function referencesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { $ref } = schema as JsonSchema;
  const own = typeof $ref === 'string' ? [$ref.slice('#/$defs/'.length)] : [];
  return [...own, ...Object.values(schema).flatMap(referencesIn)];
}
