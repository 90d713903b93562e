import { URL } from './ci-file';
import type { Neighbours } from './neighbours';
import { type Plan, testCommand } from './plan';

/** A command that comes next, and what it is for where that is not plain. */
export interface NextStep {
  readonly command: string;
  readonly reason?: string | undefined;
}

/** Lists what a person does with a new contract, in this order. */
export function nextSteps(plan: Plan, { baseUrl }: Pick<Neighbours, 'baseUrl'>): NextStep[] {
  const { folder, uninstalled, lacking, testing } = plan;
  const setting = baseUrl.startsWith('$') ? `${baseUrl.slice(1)}=${URL} ` : '';
  const install = uninstalled.length === 0 ? [] : [{ command: `npm install --save-dev ${uninstalled.join(' ')}` }];
  const client = `your client, held to the pacts: put it into ${folder}/client.ts`;
  return [
    ...install,
    { command: testCommand(testing, folder), reason: lacking === undefined ? client : `${client}; ${lacking}` },
    {
      command: 'npx pactcheck serve --port 8080',
      reason: 'a service to try things out, until yours exists; leave it running',
    },
    {
      command: `${setting}npx pactcheck gate`,
      reason: 'everything, the service too: put what sets up yours into states.ts',
    },
  ];
}
