import { CONTRACTS_FOLDER } from '../../app/contract-reference';
import { tellAll } from '../../app/document-warnings';
import { checkDocument, type Imported, importDocument, requireFit } from '../../app/import/import';
import { WIRE_NAMES } from '../../contract';
import { oneLine } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { waiter, warner } from '../warnings';

/** `pactcheck import`: a contract folder from a document, or whether the two have drifted apart. */
export const importCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--out <folder>', `the contract's folder, ${CONTRACTS_FOLDER}/<name> where it is not given`)
      .option('--wire-names <naming>', 'how the service writes the names: documented or snake_case', oneOf(WIRE_NAMES))
      .option('--check', 'compare document and contract instead, property by property');
  },
  action: async (context, options, reference = '') => {
    const { out, wireNames } = options as { out?: string; wireNames?: string };
    const asked = { cwd: context.cwd, env: context.env, reference, out, wireNames, onWait: waiter(context) };
    if (options['check'] === true) return context.finish(await checkDocument(asked));
    const imported = await importDocument(asked);
    const isTold = !context.options.json && context.options.reporter.length === 0;
    if (isTold && !context.options.quiet) tell(context, imported);
    requireFit(imported);
    return isTold ? EXIT_CODES.passed : context.finish(imported.run);
  },
};

/** Tells a person of each file, of what it warns of, of what was written, of what is new, and of what differs. */
function tell(context: Context, { document, folder, written, changes, examples, difference }: Imported): void {
  const { yellow, green, red } = context.colors;
  const warn = warner(context, context.out, '  ');
  for (const { file, read, skipped, warnings } of document.reports) {
    context.out(`${file}: ${read} ${/\.mdx?$/i.test(file) ? 'rows' : 'schemas'} read, ${skipped} skipped\n`);
    tellAll(warnings, warn);
  }
  for (const { message } of examples) warn(message);
  context.out(`${written.changed ? 'wrote' : 'unchanged:'} ${folder}/model.ts\n`);
  const paints: Readonly<Record<string, (text: string) => string>> = { '+': green, '-': red };
  for (const line of changes) context.out(`  ${(paints[line[0] ?? ''] ?? yellow)(oneLine(line))}\n`);
  context.out(written.isNew ? `wrote ${folder}/contract.ts\n` : `kept ${folder}/contract.ts as it is\n`);
  for (const line of difference?.lines ?? []) context.out(`  ${yellow('differs')} ${oneLine(line)}\n`);
}
