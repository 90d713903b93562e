import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { defineContract, type JsonLiteral, WIRE_NAMES } from '../../contract';
import {
  driftFindings,
  type ImportedDocument,
  printContractModule,
  printModelModule,
  readDocument,
} from '../../importers';
import { resultOf, runOf } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { CONTRACTS_FOLDER, loadContract, loadSource } from '../contract-reference';
import { writeWhole } from '../write-file';

/** `pactcheck import`: a contract folder from a document, or whether the two have drifted apart. */
export const importCommand: CliCommand = {
  usage: 'import <document>',
  summary: 'writes a contract folder from a document; --check compares them instead',
  declare: (command) => {
    command
      .option('--out <folder>', `the contract's folder, ${CONTRACTS_FOLDER}/<name> where it is not given`)
      .option('--wire-names <naming>', 'how the service writes the names: documented or snake_case', oneOf(WIRE_NAMES))
      .option('--check', 'compare document and contract instead, property by property');
  },
  action: async (context, options, reference = '') => {
    const [path = '', operation] = reference.split('#');
    const document = readDocument(resolve(context.cwd, path), operation);
    const folder = (options['out'] as string | undefined) ?? join(CONTRACTS_FOLDER, document.name);
    if (options['check'] === true) return check(context, document, folder);
    return write(context, document, { path, folder, options });
  },
};

async function check(context: Context, document: ImportedDocument, folder: string): Promise<number> {
  const started = performance.now();
  const contract = await loadContract(join(folder, 'contract.ts'), { cwd: context.cwd, wireNames: 'documented' });
  const findings = driftFindings(document.models, contract.definitions);
  const results = Object.keys(document.models).map((model) =>
    resultOf(
      model,
      findings.filter(({ message }) => message.startsWith(`${model}:`) || message.startsWith(`${model}/`)),
      { replay: `pactcheck import ${document.reports[0]?.file ?? ''} --check --out ${folder}` },
    ),
  );
  const head = { command: 'import --check', contract: contract.name, seed: 0 };
  return context.finish(runOf(head, results, Math.round(performance.now() - started)));
}

interface Target {
  readonly path: string;
  readonly folder: string;
  readonly options: Options;
}

/** The document's own name in the folder; a copy where it lies elsewhere. */
function keepDocument(context: Context, { path, folder }: Target): string {
  const kept = join(folder, basename(path));
  const [from, to] = [resolve(context.cwd, path), resolve(context.cwd, kept)];
  mkdirSync(dirname(to), { recursive: true });
  if (from !== to) copyFileSync(from, to);
  return basename(path);
}

async function write(context: Context, document: ImportedDocument, target: Target): Promise<number> {
  const { folder, options } = target;
  const contractFile = resolve(context.cwd, folder, 'contract.ts');
  const isNew = !existsSync(contractFile);
  const name = keepDocument(context, target);
  const modelFile = resolve(context.cwd, folder, 'model.ts');
  const before = existsSync(modelFile) ? readFileSync(modelFile, 'utf8') : undefined;
  const text = printModelModule(document.models, name);
  writeWhole(modelFile, text);
  if (isNew) writeWhole(contractFile, starter(context, document, folder));
  report(context, document, { folder, isNew, changed: before !== text });
  if (isNew && options['wireNames'] === 'snake_case')
    context.out(`  add wireNames: 'snake_case' to ${folder}/contract.ts\n`);
  if (!isNew) await difference(context, document, folder);
  return 0;
}

const starter = (context: Context, document: ImportedDocument, folder: string): string =>
  printContractModule({
    name: document.name,
    consumer: document.consumer,
    provider: document.provider,
    from: packageFrom(context, folder),
    operations: document.operations as unknown as JsonLiteral,
    missing: document.missing,
    models: Object.keys(document.models),
  });

/** Within this project itself the package is its own source. */
function packageFrom(context: Context, folder: string): string {
  const own = resolve(context.cwd, 'src/index.ts');
  const isSelf = existsSync(own) && existsSync(resolve(context.cwd, 'bin/pactcheck.js'));
  return isSelf ? relative(resolve(context.cwd, folder), dirname(own)) : 'pactcheck';
}

function report(
  context: Context,
  document: ImportedDocument,
  done: { folder: string; isNew: boolean; changed: boolean },
): void {
  for (const { file, read, skipped, warnings } of document.reports) {
    context.out(`${file}: ${read} rows read, ${skipped} skipped\n`);
    for (const { where, message } of warnings)
      context.out(`  ${context.colors.yellow('warning')} ${where}: ${message}\n`);
  }
  context.out(`${done.changed ? 'wrote' : 'unchanged:'} ${done.folder}/model.ts\n`);
  context.out(done.isNew ? `wrote ${done.folder}/contract.ts\n` : `kept ${done.folder}/contract.ts as it is\n`);
}

/** What the contract that was kept says otherwise than the document. */
async function difference(context: Context, document: ImportedDocument, folder: string): Promise<void> {
  const source = await loadSource(join(folder, 'contract.ts'), context.cwd);
  const { definitions } = defineContract(source, { wireNames: 'documented' });
  for (const finding of driftFindings(document.models, definitions)) {
    context.out(`  ${context.colors.yellow('differs')} ${finding.message} (${finding.expected}; ${finding.actual})\n`);
  }
}
