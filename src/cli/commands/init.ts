import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Failure } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { contentFindings } from '../import/document-findings';
import { writeFolder } from '../import/write';
import { planOf } from '../init/choices';
import { ciFile } from '../init/ci-file';
import { configEntry, configFile } from '../init/config-file';
import { clientFile, consumerTest } from '../init/consumer-test';
import { CIS, type Plan, RUNNERS, testCommand } from '../init/plan';
import { stateNames, withStates } from '../init/starter-states';
import { statesFile } from '../init/states-file';
import { writeWhole } from '../write-file';

/** `pactcheck init`: all that a project needs to begin with one operation of a document. */
export const initCommand: CliCommand = {
  usage: 'init [document]',
  summary: 'begins with one operation of a document: contract, pacts, consumer test, states, configuration, CI',
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
  const operations = withStates(document);
  await writeFolder(context, { ...document, operations }, { path: plan.path, folder });
  await makePacts(context, document.name);
  const written = [`${folder}/model.ts`, `${folder}/contract.ts`, `${folder}/rows.json`, 'pacts/'];
  tell(context, plan, [...written, ...writeRest(context, plan, stateNames(operations))]);
  return 0;
}

/** @throws Failure (usage) where no pacts can be made of the contract. */
async function makePacts(context: Context, name: string): Promise<void> {
  const { exitCode, failure, output } = await context.perform(['pacts', name]);
  if (exitCode !== 0) throw new Failure('usage', failure?.message ?? output, failure?.next);
}

/** The document as it lies in the contract's folder, with its operation. */
function keptDocument(context: Context, { path, folder, operation }: Plan): string {
  const isFolder = statSync(resolve(context.cwd, path)).isDirectory();
  return `${folder}/${isFolder ? 'pages' : basename(path)}#${operation}`;
}

/** The other files, those left out that are there already; gives the paths of what was written. */
function writeRest(context: Context, plan: Plan, states: readonly string[]): string[] {
  const { folder, document } = plan;
  const entry = configEntry(document.name, keptDocument(context, plan), plan, states.length > 0);
  const ci = ciFile(document.name, plan);
  const files: readonly (readonly [string, string])[] = [
    [`${folder}/client.ts`, clientFile()],
    [`${folder}/consumer.test.ts`, consumerTest(plan)],
    ...(states.length === 0 ? [] : [[`${folder}/states.ts`, statesFile(states)] as const]),
    ['pactcheck.config.ts', configFile(entry)],
    ...(ci === undefined ? [] : [ci]),
  ];
  return files.flatMap(([path, text]) => {
    const file = resolve(context.cwd, path);
    if (!existsSync(file)) {
      writeWhole(file, text);
      return [path];
    }
    context.out(`kept ${path} as it is\n`);
    if (path === 'pactcheck.config.ts') context.out(`  add to its contracts:\n${entry}\n`);
    return [];
  });
}

function tell(context: Context, plan: Plan, written: readonly string[]): void {
  const { name } = plan.document;
  for (const { message } of contentFindings(plan.document))
    context.out(`${context.colors.yellow('warning')} ${message}\n`);
  for (const { warnings } of plan.document.reports)
    for (const { where, message } of warnings)
      context.out(`${context.colors.yellow('warning')} ${where}: ${message}\n`);
  for (const path of written) context.out(`wrote ${path}\n`);
  const steps = [
    [testCommand(plan), 'your client, held to the pacts: put it into client.ts'],
    [`npx pactcheck serve ${name} --port 8080`, 'a service to try things out, until yours exists'],
    [
      'PROVIDER_URL=http://127.0.0.1:8080 npx pactcheck gate',
      'everything, the service too: put your own into states.ts',
    ],
  ] as const;
  context.out(`\nWhat to do now:\n`);
  for (const [command, reason] of steps)
    context.out(`  ${context.colors.bold(command)}\n    ${context.colors.dim(reason)}\n`);
}
