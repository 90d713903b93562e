import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Contract, WIRE_NAMES, type WireNames } from '../../contract';
import { comparePacts, fileNameOf, generatePacts, type Interaction, type PactFile, writePacts } from '../../pact';
import { Failure, runOf } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { contractNames, loadContract } from '../contract-reference';
import { pactInteractions } from '../pact-interactions';
import { checkResults } from '../pacts-check';

/** `pactcheck pacts`: writes the pact files that contracts give, or checks that those on disk are these. */
export const pactsCommand: CliCommand = {
  usage: 'pacts [contracts...]',
  summary: 'writes the pact files of contracts; --check compares those on disk, byte for byte',
  declare: (command) => {
    command
      .option('--check', 'compare the files on disk instead of writing them')
      .option('--pacts <folder>', 'where the pact files lie', 'pacts')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, ...references) => {
    const started = performance.now();
    const known = await contractsOf(context, options, references);
    const interactions = known.affected.flatMap(pactInteractions);
    const files = await generatePacts(interactions);
    const folder = options['pacts'] as string;
    if (options['check'] !== true) return write(context, folder, files);
    const results = checkResults({
      interactions,
      differences: comparePacts(resolve(context.cwd, folder), files),
      stale: staleFiles(resolve(context.cwd, folder), known.all),
      replay: ['pactcheck pacts', ...references, '--check --pacts', folder].join(' '),
      folder,
    });
    const head = { command: 'pacts --check', contract: known.affected.map(({ name }) => name).join(', '), seed: 1 };
    return context.finish(runOf(head, results, Math.round(performance.now() - started)));
  },
};

interface Contracts {
  /** Those asked for, and those whose interactions stand in the same files. */
  readonly affected: readonly Contract[];
  readonly all: readonly Contract[];
}

async function contractsOf(context: Context, options: Options, references: readonly string[]): Promise<Contracts> {
  const names = contractNames(context.cwd);
  const wireNames = options['wireNames'] as WireNames | undefined;
  const load = (reference: string): Promise<Contract> => loadContract(reference, { cwd: context.cwd, wireNames });
  const others = await Promise.all(names.filter((name) => !references.includes(name)).map(load));
  if (references.length === 0 && others.length === 0)
    throw new Failure('nothing tested', 'there is no contract in contracts/', 'Name one, or make one with `import`.');
  if (references.length === 0) return { affected: others, all: others };
  const asked = await Promise.all([...new Set(references)].map(load));
  const files = new Set(asked.map(fileNameOf));
  const isAsked = ({ name }: Contract): boolean => asked.some((contract) => contract.name === name);
  const rest = others.filter((contract) => !isAsked(contract));
  return {
    affected: [...asked, ...rest.filter((contract) => files.has(fileNameOf(contract)))],
    all: [...asked, ...rest],
  };
}

/** Pact files that none of the contracts gives. */
function staleFiles(folder: string, contracts: readonly Contract[]): string[] {
  if (!existsSync(folder)) return [];
  const known = new Set(contracts.map(fileNameOf));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !known.has(name))
    .sort();
}

const countIn = ({ text }: PactFile): number =>
  (JSON.parse(text) as { interactions: Interaction[] }).interactions.length;

function write(context: Context, folder: string, files: readonly PactFile[]): number {
  writePacts(resolve(context.cwd, folder), files);
  const written = files.map((file) => ({ file: `${folder}/${file.name}`, interactions: countIn(file) }));
  if (context.options.json) context.out(`${JSON.stringify({ written }, null, 2)}\n`);
  else if (!context.options.quiet)
    for (const { file, interactions } of written) context.out(`wrote ${file}: ${interactions} interactions\n`);
  return 0;
}
