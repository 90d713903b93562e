import { existsSync, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { checkResults, rowsResult } from '../../app/pacts/check';
import { type Located, pactContracts } from '../../app/pacts/contracts';
import { leftOutLines } from '../../app/pacts/left-out';
import { type PactPlan, pactPlan } from '../../app/pacts/plan';
import { hasRows, readRows, writeRows } from '../../app/pacts/rows-file';
import { type Contract, WIRE_NAMES, type WireNames } from '../../contract';
import { comparePacts, fileNameOf, generatePacts, type PactFile, writePacts } from '../../pact';
import { Failure, oneLine, type Result, runOf } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { tellerOf } from '../warnings';

/** What a call of the command came to, before anything is written or compared. */
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

async function generated(context: Context, options: Options, references: readonly string[]): Promise<Generated> {
  const { affected, all } = await pactContracts(references, {
    cwd: context.cwd,
    wireNames: options['wireNames'] as WireNames | undefined,
    tell: tellerOf(context),
  });
  const contracts = affected.map((located) => ({
    ...located,
    plan: pactPlan(located.contract, options['fresh'] === true ? {} : readRows(located.folder)),
  }));
  requireInteractions(contracts.map(({ plan }) => plan));
  const files = await generatePacts(contracts.flatMap(({ plan }) => plan.interactions));
  return {
    references,
    contracts,
    all: all.map(({ contract }) => contract),
    files,
    folder: options['pacts'] as string,
  };
}

const countIn = ({ text }: PactFile): number => (JSON.parse(text) as { interactions: unknown[] }).interactions.length;

/** Rows are kept in documented names, but which classes there are may depend on the naming: another one keeps none. */
const keepsRows = (options: Options): boolean => options['wireNames'] === undefined;

function write(context: Context, options: Options, { contracts, files, folder }: Generated): number {
  writePacts(resolve(context.cwd, folder), files);
  const written = files.map((file) => ({ file: `${folder}/${file.name}`, interactions: countIn(file) }));
  const rows = contracts.flatMap(({ folder: own, plan }) =>
    own === undefined || !keepsRows(options) ? [] : (writeRows(own, plan.rows) ?? []),
  );
  const shown = rows.map((path) => relative(context.cwd, path));
  if (context.options.json) context.out(`${JSON.stringify({ written, rows: shown }, null, 2)}\n`);
  else if (!context.options.quiet) {
    for (const { file, interactions } of written) context.out(`wrote ${oneLine(file)}: ${interactions} interactions\n`);
    for (const path of shown) context.out(`wrote ${oneLine(path)}: the rows that the next pacts keep\n`);
    for (const { contract, plan } of contracts)
      for (const line of leftOutLines(contract, plan)) context.out(`${context.colors.dim(oneLine(line))}\n`);
  }
  return 0;
}

/** Pact files that none of the contracts gives. */
function staleFiles(folder: string, contracts: readonly Contract[]): string[] {
  if (!existsSync(folder)) return [];
  const known = new Set(contracts.map(fileNameOf));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !known.has(name))
    .sort();
}

function compare(
  context: Context,
  options: Options,
  { references, contracts, all, files, folder }: Generated,
): Result[] {
  const path = resolve(context.cwd, folder);
  const replay = ['pactcheck pacts', ...references, '--check --pacts', folder].join(' ');
  const rows = contracts.flatMap(({ folder: own, plan }) =>
    own === undefined || !keepsRows(options)
      ? []
      : [rowsResult(`${relative(context.cwd, own)}/rows.json`, hasRows(own, plan.rows), replay)],
  );
  const interactions = contracts.flatMap(({ plan }) => plan.interactions);
  const differences = comparePacts(path, files);
  return [...checkResults({ interactions, differences, stale: staleFiles(path, all), folder, replay }), ...rows];
}

/** `pactcheck pacts`: writes the pact files that contracts give, or checks that those on disk are these. */
export const pactsCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--check', 'compare the files on disk instead of writing them')
      .option('--fresh', 'forget the rows kept in rows.json: as few interactions as can be, none of them as before')
      .option('--pacts <folder>', 'where the pact files lie', 'pacts')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, ...references) => {
    const started = performance.now();
    const made = await generated(context, options, references);
    if (options['check'] !== true) return write(context, options, made);
    const results = compare(context, options, made);
    const contract = made.contracts.map((located) => located.contract.name).join(', ');
    const head = { command: 'pacts --check', contract, seed: 1 };
    return context.finish(runOf(head, results, Math.round(performance.now() - started)));
  },
};
