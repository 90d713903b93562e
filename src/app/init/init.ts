import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportedDocument } from '../../importers';
import { Failure } from '../../result';
import { type Tell, tellAll } from '../document-warnings';
import { inTurn } from '../files/turn';
import { writeTogether } from '../files/write-together';
import { contentFindings } from '../import/document-findings';
import { type Choices, planOf } from './choices';
import { neighboursOf } from './neighbours';
import { newContract } from './new-contract';
import { type NextStep, nextSteps } from './next-steps';
import type { Plan } from './plan';
import { stateNames } from './state-names';
import { settledFiles, wantedFiles } from './wanted-files';

/** What a contract is begun with. */
export interface InitOptions extends Choices {
  /** The configuration, where it has another name than usual. */
  readonly config?: string | undefined;
  /** Hears what is wrong with the document. */
  readonly onWarning: Tell;
  /** Hears that another run writes in this folder. */
  readonly onWait?: ((sentence: string) => void) | undefined;
}

/** What was begun. */
export interface Begun {
  /** A line on each file: what was written, added to, or kept as it was. */
  readonly files: readonly string[];
  readonly steps: readonly NextStep[];
}

/**
 * Begins a contract: its folder from one operation of a document, its pacts, and the files that run and check them; all of
 * it or nothing.
 * @throws Failure (usage) for what is neither given nor answered, for a contract that is there already, and where no pacts
 * can be made; Failure (environment) where a file cannot be written; ContractError for a document that cannot be used.
 */
export async function beginContract(options: InitOptions): Promise<Begun> {
  const plan = await planOf(options);
  return inTurn(options, () => begun(options, plan));
}

async function begun({ cwd, config, onWarning }: InitOptions, plan: Plan): Promise<Begun> {
  const { document, folder } = plan;
  requireNew(cwd, plan);
  const states = stateNames(document.operations);
  const neighbours = await neighboursOf({ cwd, config }, document.provider, folder, states);
  const contract = await newContract(cwd, plan);
  const rest = settledFiles(cwd, wantedFiles(cwd, plan, states, neighbours));
  writeTogether(cwd, [...contract, ...rest.flatMap(({ file }) => file ?? [])]);
  tellWarnings(document, onWarning);
  const written = [`${folder}/model.ts`, `${folder}/contract.ts`, `${folder}/rows.json`, 'pacts/'];
  return {
    files: [...written.map((path) => `wrote ${path}`), ...rest.flatMap(({ lines }) => lines)],
    steps: nextSteps(plan, neighbours),
  };
}

function requireNew(cwd: string, { folder }: Plan): void {
  if (!existsSync(resolve(cwd, folder, 'contract.ts'))) return;
  const next = 'Import the document again with `pactcheck import`.';
  throw new Failure('usage', `there is a contract in ${folder} already`, next);
}

function tellWarnings(document: ImportedDocument, tell: Tell): void {
  for (const { warnings } of document.reports) tellAll(warnings, tell);
  for (const { message } of contentFindings(document)) tell(message);
}
