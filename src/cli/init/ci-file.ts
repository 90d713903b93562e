import { type Ci, type Plan, testCommand } from './plan';

const URL = 'http://127.0.0.1:8080';

const github = (
  name: string,
  plan: Plan,
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
      PROVIDER_URL: ${URL}
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
      - run: ${testCommand(plan)}
      # It stands for the service until that exists: start your own here, with PROVIDER_URL where it listens.
      - run: npx pactcheck serve ${name} --port 8080 &
      - run: npx pactcheck gate --reporter text --reporter github
`;

const gitlab = (
  name: string,
  plan: Plan,
): string => `# What pactcheck.config.ts names, and the consumer test. Take it in by \`include: { local: .gitlab/contract.yml }\`.
contract:
  image: node:22
  variables:
    PROVIDER_URL: ${URL}
    PACT_DO_NOT_TRACK: 'true'
    # The gate compares with the merge base.
    GIT_DEPTH: '0'
  script:
    - npm ci
    - ${testCommand(plan)}
    # It stands for the service until that exists: start your own here, with PROVIDER_URL where it listens.
    - npx pactcheck serve ${name} --port 8080 &
    - npx pactcheck gate
`;

/** The file that runs the checks, by path; none where there is no CI. */
export const ciFile = (name: string, plan: Plan): [path: string, text: string] | undefined => {
  const files: Readonly<Record<Ci, [string, string] | undefined>> = {
    github: ['.github/workflows/contract.yml', github(name, plan)],
    gitlab: ['.gitlab/contract.yml', gitlab(name, plan)],
    none: undefined,
  };
  return files[plan.ci];
};
