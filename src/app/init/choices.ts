import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ImportedDocument, readDocument } from '../../importers';
import { Failure } from '../../result';
import { CONTRACTS_FOLDER } from '../contract-reference';
import { type Ci, isSuccess, type Plan, type Runner } from './plan';

/** What was said of a new contract; what was not is asked where somebody answers, and what is usual elsewhere. */
export interface Choices {
  readonly cwd: string;
  /** The document, with `#operation` where it has several. */
  readonly reference: string;
  readonly operation?: string | undefined;
  readonly consumer?: string | undefined;
  readonly provider?: string | undefined;
  readonly runner?: Runner | undefined;
  readonly ci?: Ci | undefined;
  /** Asks the person, and gives the answer. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

type Asking = Pick<Choices, 'cwd' | 'ask'>;

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
async function chosen({ ask }: Asking, given: string | undefined, question: string, usual: string): Promise<string> {
  if (given !== undefined && given !== '') return given;
  const hint = usual === '' ? '' : ` (${usual})`;
  return (await ask?.(`${question}${hint} `)) || usual;
}

/** Files here that look like a document. */
const documentsIn = (cwd: string): string[] =>
  readdirSync(cwd).filter((name) => /^(?:openapi|swagger|api)[\w.-]*\.(?:ya?ml|json)$/i.test(name));

async function documentPath(asking: Asking, given: string): Promise<string> {
  const path = await chosen(asking, given, 'Which document describes the API?', documentsIn(asking.cwd)[0] ?? '');
  if (path !== '') return path;
  const next = 'Name an OpenAPI document, a model page or a folder of pages: `pactcheck init openapi.yaml`.';
  throw new Failure('usage', 'no document is named', next);
}

/** The operations that a contract can be about: those that succeed with a body. */
const answering = ({ operations }: ImportedDocument): string[] =>
  Object.entries(operations).flatMap(([id, { responses }]) =>
    Object.entries(responses).some(([status, { schema }]) => isSuccess(status) && schema !== undefined) ? [id] : [],
  );

async function operationOf({ ask }: Asking, document: ImportedDocument, given: string): Promise<string> {
  const ids = answering(document);
  if (given !== '') return given;
  if (ids.length === 1) return ids[0] as string;
  const list = ids.map((id, index) => `  ${index + 1} ${id}`).join('\n');
  const answer = await ask?.(`Which operation?\n${list}\n`);
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
 * Plans what is to be written: by what was said, by answers, and by what lies in the folder.
 * @throws Failure (usage) for what is neither given nor answered; ContractError for a document that cannot be used.
 */
export async function planOf(choices: Choices): Promise<Plan> {
  const { cwd, reference } = choices;
  const [written = '', ...word] = reference.split('#');
  const path = await documentPath(choices, written);
  const file = resolve(cwd, path);
  const wanted = word.join('#') || (choices.operation ?? '');
  const whole = readDocument(file, wanted || undefined);
  const operation = await operationOf(choices, whole, wanted);
  const document = operation === wanted ? whole : readDocument(file, operation);
  const project = packageAt(cwd);
  const usual = plainName(project.name) || document.consumer;
  const consumer = await chosen(choices, choices.consumer, 'What is your program called?', usual);
  const provider = await chosen(choices, choices.provider, 'What is the service called?', document.provider);
  const runs = 'What runs your tests: node, jest or vitest?';
  const runner = (await chosen(choices, choices.runner, runs, runnerFor(project))) as Runner;
  const checks = 'Where do checks run: github, gitlab or none?';
  const ci = (await chosen(choices, choices.ci, checks, ciFor(cwd))) as Ci;
  return {
    document: { ...document, consumer, provider },
    path,
    operation,
    folder: `${CONTRACTS_FOLDER}/${document.name}`,
    runner,
    ci,
    uninstalled: neededBy(runner).filter((name) => !project.dependencies.includes(name)),
  };
}
