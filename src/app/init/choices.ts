import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type ImportedDocument, readDocument, type Wanted } from '../../importers';
import { Failure, nextAfter } from '../../result';
import { CONTRACTS_FOLDER, loadSource } from '../contract-reference';
import { operationsIn } from '../import/narrowed';
import { packageAt } from '../project-package';
import type { Ci, Plan, Runner } from './plan';
import { lackingFor, runnerFor, testingOf, uninstalledFor } from './testing';

/** What was said of a new contract; what was not is asked where somebody answers, and what is usual elsewhere. */
export interface Choices {
  readonly cwd: string;
  /** The document, with `#operation` where only one of it is wanted. */
  readonly reference: string;
  /** The operations by id or as `GET /path`; all of the document where none is given. */
  readonly operations?: readonly string[] | undefined;
  readonly consumer?: string | undefined;
  readonly provider?: string | undefined;
  readonly runner?: Runner | undefined;
  readonly ci?: Ci | undefined;
  /** Asks the person, and gives the answer. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

type Asking = Pick<Choices, 'cwd' | 'ask'>;

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

/** A word of an answer: an operation's number in the list, or its id. */
function meant(word: string, ids: readonly string[]): string {
  const found = ids.find((id, index) => word === id || word === String(index + 1));
  if (found !== undefined) return found;
  throw new Failure(
    'usage',
    `there is no operation ${word}`,
    nextAfter(word, ids, 'Answer with numbers, or with ids.'),
  );
}

/** Offers operations, and gives those that are chosen: all of them where nobody says otherwise. */
async function offered({ ask }: Asking, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length < 2) return ids;
  const list = ids.map((id, index) => `  ${index + 1} ${id}`).join('\n');
  const words = ((await ask?.(`Which operations? (all)\n${list}\n`)) ?? '').split(/[\s,]+/).filter(Boolean);
  return words.length === 0 || words.includes('all') ? ids : words.map((word) => meant(word, ids));
}

/** A document, read for a contract that has some of its operations already. */
interface Read {
  readonly document: ImportedDocument;
  readonly added: readonly string[];
}

function nothingNew(folder: string): Failure {
  const next = 'Name others with --operation, or import the document again with `pactcheck import`.';
  return new Failure('usage', `the contract in ${folder} has all of these operations already`, next);
}

/** Reads the operations that are wanted, and with them those that the contract has. */
async function readWanted(choices: Choices, file: string, words: Wanted): Promise<Read & { readonly folder: string }> {
  const named = readDocument(file, words);
  const folder = `${CONTRACTS_FOLDER}/${named.api}`;
  const had = await operationsIn(folder, choices.cwd);
  const fresh = Object.keys(named.operations).filter((id) => !had.includes(id));
  if (fresh.length === 0 && had.length > 0) throw nothingNew(folder);
  if (fresh.length === 0) throw new Failure('usage', 'the document has no operation that can be used');
  const added = words.length > 0 ? fresh : await offered(choices, fresh);
  const whole = had.length === 0 ? named : readDocument(file);
  const kept = Object.keys(whole.operations).filter((id) => had.includes(id) || added.includes(id));
  const isAll = kept.length === Object.keys(named.operations).length;
  return { document: isAll ? named : readDocument(file, kept), added, folder };
}

/** The name of a package as one of a program: without its scope. */
const plainName = (name: string | undefined): string => name?.split('/').at(-1) ?? '';

/** The consumer and the provider of a contract that is there, and of a new one those that are said. */
async function partiesOf(choices: Choices, document: ImportedDocument, folder: string, usual: string) {
  const file = `${folder}/contract.ts`;
  if (existsSync(resolve(choices.cwd, file))) return loadSource(file, { cwd: choices.cwd });
  return {
    consumer: await chosen(choices, choices.consumer, 'What is your program called?', usual),
    provider: await chosen(choices, choices.provider, 'What is the service called?', document.provider),
  };
}

/**
 * Plans what is to be written: by what was said, by answers, and by what lies in the folder.
 * @throws Failure (usage) for what is neither given nor answered, and where the contract has all the operations already;
 * ContractError for a document that cannot be used.
 */
export async function planOf(choices: Choices): Promise<Plan> {
  const { cwd, reference, operations = [] } = choices;
  const [written = '', ...word] = reference.split('#');
  const path = await documentPath(choices, written);
  const file = resolve(cwd, path);
  const words = [...(word.length === 0 ? [] : [word.join('#')]), ...operations].filter((one) => one !== '');
  const { document, added, folder } = await readWanted(choices, file, words);
  const project = packageAt(cwd);
  const { consumer, provider } = await partiesOf(
    choices,
    document,
    folder,
    plainName(project.name) || document.consumer,
  );
  const runs = 'What runs your tests: node, jest or vitest?';
  const isThere = existsSync(resolve(cwd, folder, 'contract.ts'));
  const ask = isThere ? undefined : choices.ask;
  const runner = (await chosen({ cwd, ask }, choices.runner, runs, runnerFor(project))) as Runner;
  const testing = testingOf(runner, project);
  const checks = 'Where do checks run: github, gitlab or none?';
  const ci = (await chosen({ cwd, ask }, choices.ci, checks, isThere ? 'none' : ciFor(cwd))) as Ci;
  return {
    document: { ...document, name: document.api, consumer, provider },
    path: relative(cwd, file).split(sep).join('/') || '.',
    folder,
    added,
    isThere,
    testing,
    ci,
    uninstalled: uninstalledFor(testing, project),
    lacking: lackingFor(testing, project),
  };
}
