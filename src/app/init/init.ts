import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportedDocument } from '../../importers';
import { Failure } from '../../result';
import { type Tell, tellAll } from '../document-warnings';
import { contentFindings } from '../import/document-findings';
import { writeFolder } from '../import/write';
import { writePactsOf } from '../pacts/pacts';
import { type Choices, planOf } from './choices';
import { neighboursOf } from './neighbours';
import { type NextStep, nextSteps } from './next-steps';
import type { Plan } from './plan';
import { stateNames } from './state-names';
import { wantedFiles, writeRest } from './wanted-files';

/** What a contract is begun with. */
export interface InitOptions extends Choices {
  /** The configuration, where it has another name than usual. */
  readonly config?: string | undefined;
  /** Hears what is wrong with the document. */
  readonly onWarning: Tell;
}

/** What was begun. */
export interface Begun {
  /** A line on each file: what was written, added to, or kept as it was. */
  readonly files: readonly string[];
  readonly steps: readonly NextStep[];
}

/**
 * Begins a contract: its folder from one operation of a document, its pacts, and the files that run and check them.
 * @throws Failure (usage) for what is neither given nor answered, for a contract that is there already, and where no pacts
 * can be made; ContractError for a document that cannot be used.
 */
export async function beginContract(options: InitOptions): Promise<Begun> {
  const { cwd, config, onWarning } = options;
  const plan = await planOf(options);
  const { document, folder } = plan;
  requireNew(cwd, plan);
  const states = stateNames(document.operations);
  const neighbours = await neighboursOf({ cwd, config }, document.provider, folder, states);
  await writeFolder(cwd, document, { path: plan.path, folder });
  await makePacts(cwd, document.name);
  tellWarnings(document, onWarning);
  const written = [`${folder}/model.ts`, `${folder}/contract.ts`, `${folder}/rows.json`, 'pacts/'];
  const rest = writeRest(cwd, wantedFiles(cwd, plan, states, neighbours));
  return { files: [...written.map((path) => `wrote ${path}`), ...rest], steps: nextSteps(plan, neighbours) };
}

function requireNew(cwd: string, { folder }: Plan): void {
  if (!existsSync(resolve(cwd, folder, 'contract.ts'))) return;
  const next = 'Import the document again with `pactcheck import`.';
  throw new Failure('usage', `there is a contract in ${folder} already`, next);
}

/** @throws Failure (usage) where no pacts can be made of the contract: the document is what a person can change. */
async function makePacts(cwd: string, name: string): Promise<void> {
  try {
    await writePactsOf({ contracts: [name], pacts: 'pacts', cwd });
  } catch (error) {
    throw error instanceof Failure ? new Failure('usage', error.message, error.next) : error;
  }
}

function tellWarnings(document: ImportedDocument, tell: Tell): void {
  for (const { warnings } of document.reports) tellAll(warnings, tell);
  for (const { message } of contentFindings(document)) tell(message);
}
