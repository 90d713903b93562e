import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Contract, WireNames } from '../../contract';
import { type ByHand, byHandIn, comparePacts, fileNameOf, generatePacts, type PactFile } from '../../pact';
import { Failure, type Result, type Run, runOf } from '../../result';
import type { Tell } from '../document-warnings';
import type { NewFile } from '../files/stage';
import { inTurn } from '../files/turn';
import { writeTogether } from '../files/write-together';
import { checkResults, rowsResult } from './check';
import { type Located, pactContracts, tellUnread } from './contracts';
import { demandKept } from './kept-files';
import { type PactPlan, type PactSize, pactPlan } from './plan';
import { hasRows, newRows, readRows } from './rows-file';

/** The contracts whose pacts are written or compared. */
export interface PactsOptions {
  /** Contract references; all contracts of the project where there is none. */
  readonly contracts: readonly string[];
  /** Where the pact files lie, as it is shown. */
  readonly pacts: string;
  /** How much of each answer they cover: as the rows that are kept say where it is not given. */
  readonly size?: PactSize | undefined;
  /** Forgets the rows that are kept. */
  readonly fresh?: boolean | undefined;
  readonly wireNames?: WireNames | undefined;
  readonly cwd: string;
  readonly onWarning?: Tell | undefined;
  /** Hears that another run writes in this folder. */
  readonly onWait?: ((sentence: string) => void) | undefined;
  /** Told when interactions of an operation are made. */
  readonly onOperation?: ((id: string) => void) | undefined;
}

/** What contracts give, before anything is written or compared. */
interface Generated {
  readonly references: readonly string[];
  readonly contracts: readonly (Located & { readonly plan: PactPlan })[];
  /** All contracts there are, so that no file of theirs is taken for a stale one. */
  readonly all: readonly Contract[];
  readonly files: readonly PactFile[];
  /** As it was asked for. */
  readonly folder: string;
}

/** @throws Failure (nothing tested) where each operation is left out, with the reasons. */
function requireInteractions(plans: readonly PactPlan[]): void {
  const reasons = plans.flatMap(({ unsendable }) =>
    [...unsendable].map(([id, reason]) => `${id} is left out: ${reason}`),
  );
  if (reasons.length === 0 || plans.some(({ interactions }) => interactions.length > 0)) return;
  throw new Failure(
    'nothing tested',
    `there is no interaction to write: ${reasons.join('; ')}`,
    'Its answers can still be held to the contract: observe them, or fuzz their parser.',
  );
}

const filesOf = (some: readonly Located[]): ReadonlySet<string> =>
  new Set(some.map(({ contract }) => fileNameOf(contract)));

/** Tells of a pact written by hand whether its file is to be written: one of other contracts would lose what is theirs. */
function isWrittenWith(affected: readonly Located[], all: readonly Located[]): (pact: ByHand) => boolean {
  const [own, known] = [filesOf(affected), filesOf(all)] as const;
  return (pact) => own.has(fileNameOf(pact)) || !known.has(fileNameOf(pact));
}

async function generated({ contracts: references, ...options }: PactsOptions): Promise<Generated> {
  const { cwd, wireNames, onWarning, fresh, size, onOperation } = options;
  const found = await pactContracts(references, { cwd, wireNames, tell: onWarning });
  const { affected, all } = found;
  tellUnread(found, onWarning);
  const contracts = affected.map((located) => ({
    ...located,
    plan: pactPlan(located.contract, fresh === true ? {} : readRows(located.folder), { onOperation, size }),
  }));
  requireInteractions(contracts.map(({ plan }) => plan));
  const byHand = byHandIn(resolve(cwd, options.pacts)).filter(isWrittenWith(affected, all));
  const files = await generatePacts(
    contracts.flatMap(({ plan }) => plan.interactions),
    byHand,
  );
  demandKept(files, found, resolve(cwd, options.pacts));
  return { references, contracts, all: all.map(({ contract }) => contract), files, folder: options.pacts };
}

const countIn = ({ text }: PactFile): number => (JSON.parse(text) as { interactions: unknown[] }).interactions.length;

/** Rows are kept in documented names, but which classes there are may depend on the naming: another one keeps none. */
const keepsRows = ({ wireNames }: PactsOptions): boolean => wireNames === undefined;

/** What was written. */
export interface Written {
  readonly files: readonly { readonly file: string; readonly interactions: number }[];
  /** The files of rows that changed. */
  readonly rows: readonly string[];
  readonly contracts: Generated['contracts'];
}

/** Pact files, and the rows that the next pacts keep, before they are written. */
export interface PactFiles {
  readonly files: readonly NewFile[];
  readonly written: Written;
}

/**
 * The pact files of contracts, and the rows that the next pacts keep, to be written together.
 * @throws Failure (usage) where a contract cannot be read; Failure (nothing tested) where there is no interaction.
 */
export async function pactFilesOf(options: PactsOptions): Promise<PactFiles> {
  const { cwd } = options;
  const { contracts, files, folder } = await generated(options);
  const rows = contracts.flatMap(({ folder: own, plan }) =>
    own === undefined || !keepsRows(options) ? [] : (newRows(own, plan.rows) ?? []),
  );
  const pacts = files.map(({ name, text }) => ({ path: join(resolve(cwd, folder), name), content: text }));
  const written = {
    files: files.map((file) => ({ file: `${folder}/${file.name}`, interactions: countIn(file) })),
    rows: rows.map(({ path }) => relative(cwd, path)),
    contracts,
  };
  return { files: [...pacts, ...rows], written };
}

/**
 * Writes the pact files of contracts, and the rows that the next pacts keep: all or none.
 * @throws Failure (usage) where a contract cannot be read; Failure (environment) where a file cannot be written; Failure
 * (nothing tested) where there is no interaction.
 */
export const writePactsOf = (options: PactsOptions): Promise<Written> =>
  inTurn(options, async () => {
    const { files, written } = await pactFilesOf(options);
    writeTogether(options.cwd, files);
    return written;
  });

/** Pact files that neither the contracts nor tests written by hand give. */
function staleFiles(folder: string, contracts: readonly Contract[], files: readonly PactFile[]): string[] {
  if (!existsSync(folder)) return [];
  const known = new Set([...contracts.map(fileNameOf), ...files.map(({ name }) => name)]);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !known.has(name))
    .sort();
}

function compared(options: PactsOptions, { references, contracts, all, files, folder }: Generated): Result[] {
  const { cwd } = options;
  const path = resolve(cwd, folder);
  const replay = ['pactcheck pacts', ...references, '--check --pacts', folder].join(' ');
  const rows = contracts.flatMap(({ folder: own, plan }) =>
    own === undefined || !keepsRows(options)
      ? []
      : [rowsResult(`${relative(cwd, own)}/rows.json`, hasRows(own, plan.rows), replay)],
  );
  const interactions = contracts.flatMap(({ plan }) => plan.interactions);
  const differences = comparePacts(path, files);
  return [...checkResults({ interactions, differences, stale: staleFiles(path, all, files), folder, replay }), ...rows];
}

/** Compares the pact files on disk with those that contracts give, byte for byte. @throws Failure as writing does. */
export async function checkPactsOf(options: PactsOptions): Promise<Run> {
  const started = performance.now();
  const made = await generated(options);
  const results = compared(options, made);
  const contract = made.contracts.map((located) => located.contract.name).join(', ');
  const head = { command: 'pacts --check', contract, seed: 1 };
  return runOf(head, results, Math.round(performance.now() - started));
}
