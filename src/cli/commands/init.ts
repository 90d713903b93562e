import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tellAll } from '../../app/document-warnings';
import { contentFindings } from '../../app/import/document-findings';
import { writeFolder } from '../../app/import/write';
import { URL } from '../../app/init/ci-file';
import { type Neighbours, neighboursOf } from '../../app/init/neighbours';
import { CIS, type Plan, RUNNERS, testCommand } from '../../app/init/plan';
import { stateNames } from '../../app/init/state-names';
import { wantedFiles, writeRest } from '../../app/init/wanted-files';
import type { ImportedDocument } from '../../importers';
import { Failure, oneLine } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { planOf } from '../init/choices';
import { warner } from '../warnings';

/** `pactcheck init`: all that a project needs to begin with one operation of a document. */
export const initCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--operation <id>', 'the operation, where the document has several')
      .option('--consumer <name>', 'what your program is called in the pacts')
      .option('--provider <name>', 'what the service is called in the pacts')
      .option('--runner <name>', 'what runs the consumer test: node, jest or vitest', oneOf(RUNNERS))
      .option('--ci <where>', 'where checks run: github, gitlab or none', oneOf(CIS))
      .addHelpText('after', '\nWhat no option says is asked at a terminal; elsewhere it is what is usual.');
  },
  action: init,
};

async function init(context: Context, options: Options, reference = ''): Promise<number> {
  const plan = await planOf(context, reference, options);
  const { document, folder } = plan;
  if (existsSync(resolve(context.cwd, folder, 'contract.ts')))
    throw new Failure(
      'usage',
      `there is a contract in ${folder} already`,
      'Import the document again with `pactcheck import`.',
    );
  const states = stateNames(document.operations);
  const neighbours = await neighboursOf(
    { cwd: context.cwd, config: context.options.config },
    document.provider,
    folder,
    states,
  );
  await writeFolder(context.cwd, document, { path: plan.path, folder });
  await makePacts(context, document.name);
  tellWarnings(context, document);
  const written = [`${folder}/model.ts`, `${folder}/contract.ts`, `${folder}/rows.json`, 'pacts/'];
  const rest = writeRest(context.cwd, wantedFiles(context.cwd, plan, states, neighbours));
  for (const line of [...written.map((path) => `wrote ${path}`), ...rest]) context.out(`${oneLine(line)}\n`);
  tellSteps(context, plan, neighbours);
  return EXIT_CODES.passed;
}

/** @throws Failure (usage) where no pacts can be made of the contract. */
async function makePacts(context: Context, name: string): Promise<void> {
  const { exitCode, failure, output } = await context.perform(['pacts', name]);
  if (exitCode !== EXIT_CODES.passed) throw new Failure('usage', failure?.message ?? output, failure?.next);
}

function tellWarnings(context: Context, document: ImportedDocument): void {
  const warn = warner(context, context.out);
  for (const { warnings } of document.reports) tellAll(warnings, warn);
  for (const { message } of contentFindings(document)) warn(message);
}

function tellSteps(context: Context, plan: Plan, { baseUrl }: Neighbours): void {
  const { folder, uninstalled } = plan;
  const setting = baseUrl.startsWith('$') ? `${baseUrl.slice(1)}=${URL} ` : '';
  const install = uninstalled.length === 0 ? [] : [[`npm install --save-dev ${uninstalled.join(' ')}`, undefined]];
  const steps = [
    ...install,
    [testCommand(plan), `your client, held to the pacts: put it into ${folder}/client.ts`],
    ['npx pactcheck serve --port 8080', 'a service to try things out, until yours exists; leave it running'],
    [`${setting}npx pactcheck gate`, 'everything, the service too: put what sets up yours into states.ts'],
  ];
  context.out('\nWhat to do now:\n');
  for (const [command = '', reason] of steps) {
    context.out(`  ${context.colors.bold(oneLine(command))}\n`);
    if (reason !== undefined) context.out(`    ${context.colors.dim(oneLine(reason))}\n`);
  }
}
