import { type Ci, type Plan, testCommand } from './plan';

/** Where the service of the checks answers. */
export const URL = 'http://127.0.0.1:8080';

const github = (
  plan: Plan,
  variable: string,
): string => `# What pactcheck.config.ts names, and the consumer test, on every pull request.
name: contract

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  contract:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    env:
      ${variable}: ${URL}
      PACT_DO_NOT_TRACK: 'true'
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          # The gate compares with the merge base.
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 22
          cache: npm
      - run: npm ci
      - run: ${testCommand(plan.testing)}
      # It stands for the service until that exists: start your own here, with ${variable} where it listens.
      - run: npx pactcheck serve --port 8080 &
      - run: npx pactcheck gate --reporter text --reporter github
`;

const gitlab = (
  plan: Plan,
  variable: string,
): string => `# What pactcheck.config.ts names, and the consumer test. Take it in by \`include: { local: .gitlab/contract.yml }\`.
contract:
  image: node:22
  variables:
    ${variable}: ${URL}
    PACT_DO_NOT_TRACK: 'true'
    # The gate compares with the merge base.
    GIT_DEPTH: '0'
  script:
    - npm ci
    - ${testCommand(plan.testing)}
    # It stands for the service until that exists: start your own here, with ${variable} where it listens.
    - npx pactcheck serve --port 8080 &
    - npx pactcheck gate
`;

/**
 * The file that runs the checks, by path; none where there is no CI.
 * @param variable of the environment: where the service answers.
 */
export const ciFile = (plan: Plan, variable: string): [path: string, text: string] | undefined => {
  const files: Readonly<Record<Ci, [string, string] | undefined>> = {
    github: ['.github/workflows/contract.yml', github(plan, variable)],
    gitlab: ['.gitlab/contract.yml', gitlab(plan, variable)],
    none: undefined,
  };
  return files[plan.ci];
};
