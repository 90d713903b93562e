import { join, resolve } from 'node:path';
import { CONTRACTS_FOLDER } from '../../app/contract-reference';
import { tellAll } from '../../app/document-warnings';
import { check } from '../../app/import/check';
import { changeLines, differenceOf } from '../../app/import/difference';
import { contentFindings, fileFindings } from '../../app/import/document-findings';
import { type Written, writeFolder } from '../../app/import/write';
import { WIRE_NAMES } from '../../contract';
import { type ImportedDocument, readDocument } from '../../importers';
import { Failure, type Finding, oneLine, resultOf, runOf } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { warner } from '../warnings';

/** `pactcheck import`: a contract folder from a document, or whether the two have drifted apart. */
export const importCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--out <folder>', `the contract's folder, ${CONTRACTS_FOLDER}/<name> where it is not given`)
      .option('--wire-names <naming>', 'how the service writes the names: documented or snake_case', oneOf(WIRE_NAMES))
      .option('--check', 'compare document and contract instead, property by property');
  },
  action: async (context, options, reference = '') => {
    const [path = '', ...word] = reference.split('#');
    if (path === '') throw new Failure('usage', 'no document is named', 'Name a file, or a folder of model pages.');
    const document = readDocument(resolve(context.cwd, path), word.join('#') || undefined);
    const folder = (options['out'] as string | undefined) ?? join(CONTRACTS_FOLDER, document.name);
    if (options['check'] === true) return context.finish(await check(context.cwd, document, folder, reference));
    return write(context, document, { path, folder, options });
  },
};

interface Asked {
  readonly path: string;
  readonly folder: string;
  readonly options: Options;
}

async function write(context: Context, document: ImportedDocument, { path, folder, options }: Asked): Promise<number> {
  const started = performance.now();
  const wireNames = options['wireNames'] as string | undefined;
  const written = await writeFolder(context.cwd, document, { path, folder, wireNames });
  const examples = contentFindings(document);
  const difference = written.isNew ? undefined : await differenceOf(context.cwd, document, folder);
  const isTold = !context.options.json && context.options.reporter.length === 0;
  if (isTold) tell(context, document, { folder, written, examples });
  if (isTold && !context.options.quiet)
    for (const line of difference?.lines ?? []) context.out(`  ${context.colors.yellow('differs')} ${oneLine(line)}\n`);
  if (difference?.broken !== undefined)
    throw new Failure(
      'usage',
      `${folder}/contract.ts no longer fits its model.ts: ${difference.broken}`,
      'Correct contract.ts.',
    );
  if (isTold) return EXIT_CODES.passed;
  const results = document.reports.map((report) =>
    resultOf(report.file, fileFindings(report.warnings), counts(report)),
  );
  const all = examples.length === 0 ? results : [...results, resultOf('examples', examples)];
  const head = { command: 'import', contract: document.name, seed: 0 };
  return context.finish(runOf(head, all, Math.round(performance.now() - started)));
}

const counts = ({ read, skipped }: { read: number; skipped: number }): Record<string, string> => ({
  read: String(read),
  skipped: String(skipped),
});

interface Told {
  readonly folder: string;
  readonly written: Written;
  readonly examples: readonly Finding[];
}

/** For a person: each file, what it warns of, what was written, and what is new. */
function tell(context: Context, document: ImportedDocument, { folder, written, examples }: Told): void {
  if (context.options.quiet) return;
  const { yellow, green, red } = context.colors;
  const warn = warner(context, context.out, '  ');
  for (const { file, read, skipped, warnings } of document.reports) {
    context.out(`${file}: ${read} ${/\.mdx?$/i.test(file) ? 'rows' : 'schemas'} read, ${skipped} skipped\n`);
    tellAll(warnings, warn);
  }
  for (const { message } of examples) warn(message);
  context.out(`${written.changed ? 'wrote' : 'unchanged:'} ${folder}/model.ts\n`);
  const paints: Readonly<Record<string, (text: string) => string>> = { '+': green, '-': red };
  for (const line of changeLines(written.before, document.models))
    context.out(`  ${(paints[line[0] ?? ''] ?? yellow)(oneLine(line))}\n`);
  context.out(written.isNew ? `wrote ${folder}/contract.ts\n` : `kept ${folder}/contract.ts as it is\n`);
}
