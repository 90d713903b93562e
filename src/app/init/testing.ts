import type { Package } from '../project-package';
import type { Runner, Testing } from './plan';

/** What translates TypeScript for Jest, which reads none by itself. */
const TRANSLATORS = ['ts-jest', '@swc/jest', '@babel/preset-typescript', 'esbuild-jest', '@sucrase/jest-plugin'];

const hasIn =
  ({ dependencies }: Package) =>
  (name: string): boolean =>
    dependencies.includes(name);

/** What runs the tests of a project that has not said it: Vitest, Jest where it reads TypeScript, else Node itself. */
export function runnerFor(project: Package): Runner {
  const has = hasIn(project);
  if (has('vitest')) return 'vitest';
  return has('jest') && TRANSLATORS.some(has) ? 'jest' : 'node';
}

/** How the tests are run by a runner. */
export const testingOf = (runner: Runner, project: Package): Testing => ({
  runner,
  loader: hasIn(project)('tsx') ? 'tsx' : 'jiti/register',
});

/** The packages that a consumer test needs and the project has not named. */
export function uninstalledFor({ runner, loader }: Testing, project: Package): string[] {
  const has = hasIn(project);
  const translator = TRANSLATORS.some(has) ? [] : ['@swc/jest', '@swc/core'];
  const needed = {
    node: [loader === 'tsx' ? 'tsx' : 'jiti'],
    jest: ['jest', ...translator],
    vitest: ['vitest'],
  }[runner];
  return ['pactcheck', ...needed].filter((name) => !has(name));
}

/** What else a project lacks to run the test: that Jest reads no TypeScript; `undefined` where nothing is. */
export function lackingFor({ runner }: Testing, project: Package): string | undefined {
  const has = hasIn(project);
  if (!has('jest') && runner !== 'jest') return undefined;
  if (TRANSLATORS.some(has)) return undefined;
  if (runner === 'jest')
    return "Jest reads TypeScript by a transform: put `transform: { '\\\\.ts$': '@swc/jest' }` into its configuration";
  if (runner === 'node')
    return 'Jest is here, but nothing translates TypeScript for it (as @swc/jest does), so that the test is one of node:test';
  return undefined;
}
