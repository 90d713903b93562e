import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Failure } from '../../result';
import { type Config, configFile, entriesOf, loadConfig } from '../config';
import { contractNames, loadContract } from '../contract-reference';
import { unsetIn } from '../gate/expanded';
import { git } from '../git';
import { packageAt } from '../project-package';
import { type Diagnosis, fine, notUsed, type Patient, warning, wrong } from './check';

/** Returns the configuration; nothing where there is none, or where it is wrong, of which a check of its own tells. */
export async function readConfig({ config, cwd }: Patient): Promise<Config | undefined> {
  try {
    return configFile(config, cwd) === undefined ? undefined : await loadConfig(config, cwd);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Texts of a configuration in which variables stand: without them a part of the gate is left out, or fails. */
const textsIn = (config: Config): string[] =>
  [
    config.broker?.url,
    ...entriesOf(config).flatMap(({ provider }) => [
      provider?.baseUrl,
      provider?.statesUrl,
      ...(provider?.headers ?? []),
    ]),
  ].filter((text) => text !== undefined);

/** Whether the configuration can be read, and whether the variables in it are set. */
export async function configuration({ config: asked, cwd, env }: Patient): Promise<Diagnosis[]> {
  const file = configFile(asked, cwd);
  if (file === undefined) return [notUsed('no pactcheck.config.ts: only the gate needs one')];
  const config = await loadConfig(asked, cwd);
  const count = config.contracts.length;
  const read = fine(`${file}: ${count} contract${count === 1 ? '' : 's'}`);
  const unset = [...new Set(textsIn(config).flatMap((text) => unsetIn(text, env)))];
  if (unset.length === 0) return [read];
  const names = unset.join(', ');
  return [read, warning(`${file} names ${names}, which is not set here`, 'Set it where the gate is to ask a service.')];
}

/** Whether the contracts of the project can be read. */
export async function contracts({ cwd }: Patient): Promise<Diagnosis[]> {
  const names = contractNames(cwd);
  if (names.length === 0) return [notUsed('no folder contracts/ with a contract in it')];
  for (const name of names) await loadContract(name, { cwd });
  return [fine(names.join(', '))];
}

/** Whether the gate finds what to compare with. */
export async function history({ cwd }: Patient): Promise<Diagnosis[]> {
  if (git(cwd, 'rev-parse', 'HEAD') === undefined)
    return [notUsed('no commit of a git repository: the gate has no baseline')];
  const isShallow = git(cwd, 'rev-parse', '--is-shallow-repository') === 'true';
  const next = 'Fetch the history: `fetch-depth: 0` in GitHub Actions, `GIT_DEPTH: 0` in GitLab CI.';
  return [
    isShallow ? wrong('a shallow clone: the gate finds no baseline', next) : fine('the gate can compare with it'),
  ];
}

/** By runner, what reads TypeScript for it; Vitest and node:test need nothing, or a loader that starts them. */
const TRANSFORMS = ['ts-jest', '@swc/jest', 'esbuild-jest', '@babel/preset-typescript', 'jest-esbuild'] as const;

/** The version of an installed package, as the project finds it; nothing where it is not there. */
function installed(name: string, cwd: string): string | undefined {
  try {
    const found = createRequire(join(cwd, 'package.json')).resolve.paths(name) ?? [];
    const folder = found.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
    return folder === undefined
      ? undefined
      : (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}

function runnerIn(name: 'jest' | 'vitest', cwd: string): Diagnosis {
  const version = installed(name, cwd);
  if (version === undefined) return wrong(`package.json names ${name}, which is not installed`, 'Run npm install.');
  if (name === 'vitest') return fine(`vitest ${version}`);
  const transform = TRANSFORMS.find((one) => installed(one, cwd) !== undefined);
  if (transform !== undefined) return fine(`jest ${version}, TypeScript by ${transform} ${installed(transform, cwd)}`);
  return warning(
    `jest ${version}, and nothing that reads TypeScript for it`,
    'Contracts and their tests are TypeScript: npm install --save-dev ts-jest, and name it as a transform.',
  );
}

/** Whether the runner of the project's tests is there, and reads TypeScript. */
export async function runner({ cwd }: Patient): Promise<Diagnosis[]> {
  const { dependencies } = packageAt(cwd);
  const runners = (['jest', 'vitest'] as const).filter((name) => dependencies.includes(name));
  if (runners.length === 0) return [notUsed('package.json names neither jest nor vitest')];
  return runners.map((name) => runnerIn(name, cwd));
}
