import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CONTRACTS_FOLDER } from '../../app/contract-reference';
import { type Ci, isSuccess, type Plan, type Runner } from '../../app/init/plan';
import { type ImportedDocument, readDocument } from '../../importers';
import { Failure } from '../../result';
import type { Options } from '../command';
import type { Context } from '../context';

interface Package {
  readonly name: string | undefined;
  readonly dependencies: readonly string[];
}

function packageAt(cwd: string): Package {
  try {
    const { name, dependencies, devDependencies } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
    return { name, dependencies: Object.keys({ ...dependencies, ...devDependencies }) };
  } catch {
    return { name: undefined, dependencies: [] };
  }
}

/** Jest reads TypeScript only where something translates it. */
function runnerFor({ dependencies }: Package): Runner {
  const has = (name: string): boolean => dependencies.includes(name);
  if (has('vitest')) return 'vitest';
  const translators = ['ts-jest', '@swc/jest', '@babel/preset-typescript', 'esbuild-jest'];
  return has('jest') && translators.some(has) ? 'jest' : 'node';
}

/** Node reads TypeScript by jiti; the other runners are programs of their own. */
const neededBy = (runner: Runner): string[] => ['pactcheck', runner === 'node' ? 'jiti' : runner];

const ciFor = (cwd: string): Ci => (existsSync(join(cwd, '.gitlab-ci.yml')) ? 'gitlab' : 'github');

/** What is given, else what is answered, else what is usual. */
async function chosen(context: Context, given: unknown, question: string, usual: string): Promise<string> {
  if (typeof given === 'string' && given !== '') return given;
  const hint = usual === '' ? '' : ` (${usual})`;
  return (await context.ask?.(`${question}${hint} `)) || usual;
}

/** Files here that look like a document. */
const documentsIn = (cwd: string): string[] =>
  readdirSync(cwd).filter((name) => /^(?:openapi|swagger|api)[\w.-]*\.(?:ya?ml|json)$/i.test(name));

async function documentPath(context: Context, given: string): Promise<string> {
  const path = await chosen(context, given, 'Which document describes the API?', documentsIn(context.cwd)[0] ?? '');
  if (path !== '') return path;
  const next = 'Name an OpenAPI document, a model page or a folder of pages: `pactcheck init openapi.yaml`.';
  throw new Failure('usage', 'no document is named', next);
}

/** The operations that a contract can be about: those that succeed with a body. */
const answering = ({ operations }: ImportedDocument): string[] =>
  Object.entries(operations).flatMap(([id, { responses }]) =>
    Object.entries(responses).some(([status, { schema }]) => isSuccess(status) && schema !== undefined) ? [id] : [],
  );

async function operationOf(context: Context, document: ImportedDocument, given: string): Promise<string> {
  const ids = answering(document);
  if (given !== '') return given;
  if (ids.length === 1) return ids[0] as string;
  const list = ids.map((id, index) => `  ${index + 1} ${id}`).join('\n');
  const answer = await context.ask?.(`Which operation?\n${list}\n`);
  const found = ids.find((id, index) => answer === id || answer === String(index + 1));
  if (found !== undefined) return found;
  if (ids.length === 0) throw new Failure('usage', 'the document has no operation that answers with a body');
  throw new Failure(
    'usage',
    'the document has several operations',
    `Name one with --operation: ${ids.slice(0, 20).join(', ')}.`,
  );
}

/** The name of a package as one of a program: without its scope. */
const plainName = (name: string | undefined): string => name?.split('/').at(-1) ?? '';

/**
 * What is to be written, by the options, by answers, and by what lies in the folder.
 * @throws Failure (usage) for what is neither given nor answered; ContractError for a document that cannot be used.
 */
export async function planOf(context: Context, reference: string, options: Options): Promise<Plan> {
  const given = (name: string): string => (options[name] as string | undefined) ?? '';
  const [written = '', ...word] = reference.split('#');
  const path = await documentPath(context, written);
  const file = resolve(context.cwd, path);
  const wanted = word.join('#') || given('operation');
  const whole = readDocument(file, wanted || undefined);
  const operation = await operationOf(context, whole, wanted);
  const document = operation === wanted ? whole : readDocument(file, operation);
  const project = packageAt(context.cwd);
  const consumer = await chosen(
    context,
    options['consumer'],
    'What is your program called?',
    plainName(project.name) || document.consumer,
  );
  const provider = await chosen(context, options['provider'], 'What is the service called?', document.provider);
  const runner = (await chosen(
    context,
    options['runner'],
    'What runs your tests: node, jest or vitest?',
    runnerFor(project),
  )) as Runner;
  const ci = await chosen(context, options['ci'], 'Where do checks run: github, gitlab or none?', ciFor(context.cwd));
  return {
    document: { ...document, consumer, provider },
    path,
    operation,
    folder: `${CONTRACTS_FOLDER}/${document.name}`,
    runner,
    ci: ci as Ci,
    uninstalled: neededBy(runner).filter((name) => !project.dependencies.includes(name)),
  };
}
