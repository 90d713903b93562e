import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Contract } from '../../contract';
import { type DocumentWarning, driftFindings, type ImportedDocument, operationDrift } from '../../importers';
import { Failure, type Run, resultOf, runOf } from '../../result';
import { contractFileOf, loadContract } from '../contract-reference';
import { breakingChanges } from './document-changes';
import { contentFindings, fileFindings } from './document-findings';

/** @throws Failure (usage) where there is no contract to compare with. */
async function contractIn(cwd: string, folder: string): Promise<Contract> {
  const file = join(folder, 'contract.ts');
  if (existsSync(resolve(cwd, file))) return loadContract(file, { cwd, wireNames: 'documented' });
  throw new Failure('usage', `there is no contract in ${folder}`, 'Import it first, or name its folder with --out.');
}

/** Warnings that the contract does not answer: of what a document leaves open, it may say what it is. */
const unanswered = (warnings: readonly DocumentWarning[], { definitions }: Contract): DocumentWarning[] =>
  warnings.filter(({ open }) => open === undefined || (definitions[open]?.kind ?? 'any') === 'any');

/** A document and the folder of a contract that was made of it. */
export interface Checked {
  readonly cwd: string;
  readonly document: ImportedDocument;
  readonly folder: string;
  /** The document as it was named, with the operation where there is one. */
  readonly reference: string;
  /** The day that announced ends are held against, as `2026-11-24`. */
  readonly today: string;
}

/**
 * Compares document and contract: one result for each model, each operation, each file, and each change of the document
 * that breaks what was agreed on since it was imported.
 */
export async function check({ cwd, document, folder, reference, today }: Checked): Promise<Run> {
  const started = performance.now();
  const contract = await contractIn(cwd, folder);
  const drift = driftFindings(document.models, contract.definitions);
  const examples = contentFindings(document);
  const replay = { replay: `pactcheck import ${reference} --check --out ${folder}` };
  const ofModel = (model: string) => (finding: { message: string }) =>
    finding.message.startsWith(`${model}:`) || finding.message.startsWith(`${model}/`);
  const models = Object.keys(document.models).map((model) =>
    resultOf(model, [...drift, ...examples].filter(ofModel(model)), replay),
  );
  const operations = operationDrift(document, contract, { isWhole: !reference.includes('#') }).map(([id, findings]) =>
    resultOf(id, findings, replay),
  );
  const others = examples.filter((finding) => !Object.keys(document.models).some((model) => ofModel(model)(finding)));
  const files = document.reports
    .map(({ file, warnings }) => resultOf(file, fileFindings(unanswered(warnings, contract))))
    .filter(({ findings }) => findings.length > 0);
  const broken = (await breakingChanges(cwd, document, folder, today)).map((result) => ({
    ...result,
    details: { ...result.details, ...replay },
  }));
  const results = [
    ...models,
    ...operations,
    ...broken,
    ...files,
    ...(others.length > 0 ? [resultOf('examples', others)] : []),
  ];
  const file = contractFileOf(`${folder}/contract.ts`, cwd);
  const head = { command: 'import --check', contract: contract.name, ...file, seed: 0 };
  return runOf(head, results, Math.round(performance.now() - started));
}
