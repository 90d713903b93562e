/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/** Each project is one of the four things that are tested; `npx jest --selectProjects unit` runs one. */
const project = (displayName: string, testMatch: string[]): NonNullable<Config['projects']>[number] => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testEnvironment: 'node',
  // Within this project the package is its own source.
  moduleNameMapper: { '^pactcheck$': '<rootDir>/src/doors/index.ts', '^pactcheck/(.*)$': '<rootDir>/src/doors/$1.ts' },
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.json' }] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/reports'],
});

const config: Config = {
  // A loaded machine is no reason to fail: nothing here is timed, and this ends only what would never end.
  testTimeout: 600_000,
  // Jest leaves a core free by default: on a machine of two, half of it.
  maxWorkers: '100%',
  projects: [
    project('unit', [
      'test/*.test.ts',
      'test/unit/**/*.test.ts',
      'test/laws/**/*.test.ts',
      'test/golden/**/*.test.ts',
      'test/docs/**/*.test.ts',
    ]),
    project('consumer', ['contracts/*/consumer.test.ts', 'test/consumer/**/*.test.ts']),
    project('provider', ['contracts/*/provider.test.ts', 'test/provider/**/*.test.ts']),
    project('attacks', ['test/attacks/**/*.test.ts']),
    project('fuzz', ['contracts/*/fuzz.test.ts', 'test/fuzz/**/*.test.ts']),
  ],
};

// Node from 22.18 on reads this itself, as CommonJS, and would warn of an `export`.
module.exports = config;
