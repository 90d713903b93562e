import { defineContract } from '../../contract';
import { type ImportedDocument, sourceOfDocument } from '../../importers';
import { Failure } from '../../result';
import { type Tell, tellAll } from '../document-warnings';
import { inTurn } from '../files/turn';
import { writeTogether } from '../files/write-together';
import { contentFindings } from '../import/document-findings';
import { unsendableIn } from '../pacts/request-making';
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
  /** Told when interactions of an operation are made. */
  readonly onOperation?: ((id: string) => void) | undefined;
}

/** What was begun. */
export interface Begun {
  /** A line on each file: what was written, added to, or kept as it was. */
  readonly files: readonly string[];
  readonly steps: readonly NextStep[];
}

/**
 * Begins a contract of an API, or adds operations to the one that is there: its folder, its pacts, and the files that run
 * and check them; all of it or nothing. The document stays where it is, and is referred to.
 * @throws Failure (usage) for what is neither given nor answered, for operations that are all there already, and where no
 * pacts can be made; Failure (environment) where a file cannot be written; ContractError for a document that cannot be used.
 */
export async function beginContract(options: InitOptions): Promise<Begun> {
  // What is planned depends on what is there, which another run may be writing.
  return inTurn(options, async () => begun(options, await planOf(options)));
}

async function begun({ cwd, config, onWarning, onOperation }: InitOptions, plan: Plan): Promise<Begun> {
  const { document, added } = plan;
  requireSendable(document, added);
  const states = stateNames(document.operations);
  const neighbours = await neighboursOf({ cwd, config }, plan, states);
  const { files, unsendable } = await newContract(cwd, plan, onOperation);
  const rest = settledFiles(cwd, wantedFiles(plan, states, neighbours));
  writeTogether(cwd, [...files, ...rest.flatMap(({ file }) => file ?? [])]);
  tellWarnings(document, onWarning);
  for (const [id, reason] of unsendable) onWarning(`${id} has no pact: ${reason}`);
  return { files: [...contractLines(plan), ...rest.flatMap(({ lines }) => lines)], steps: nextSteps(plan, neighbours) };
}

const contractLines = ({ folder, added, isThere }: Plan): string[] => [
  `wrote ${folder}/model.ts`,
  isThere ? `added to ${folder}/contract.ts: ${added.join(', ')}` : `wrote ${folder}/contract.ts`,
  `wrote ${folder}/rows.json`,
  'wrote pacts/',
];

/** @throws Failure (usage) where none of the operations has a request that can be made: nothing would be agreed on. */
function requireSendable(document: ImportedDocument, added: readonly string[]): void {
  const unsendable = unsendableIn(defineContract(sourceOfDocument(document)));
  const reasons = added.map((id) => unsendable.get(id));
  if (reasons.some((reason) => reason === undefined)) return;
  const all = added.map((id, index) => `${id} is left out: ${reasons[index]}`);
  throw new Failure('usage', `there is no interaction to write: ${all.join('; ')}`, 'Choose other operations.');
}

function tellWarnings(document: ImportedDocument, tell: Tell): void {
  for (const { warnings } of document.reports) tellAll(warnings, tell);
  for (const { message } of contentFindings(document)) tell(message);
}
