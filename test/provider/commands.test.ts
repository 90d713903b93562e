import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { Result } from 'pactcheck';
import { verifyProvider } from 'pactcheck/provider';
import { FAULTS } from '../../bench/faults/user-faults';
import { type Started, startUserService } from '../../bench/faults/user-service';
import { parseJson } from '../../src/contract';
import { ROOT } from '../support/run-cli';

const run = promisify(execFile);

/** What the service's setup of a state gives, and what a report never holds. */
const TOKEN = 'a-valid-token';

/** Runs commands as a person does who has the token; gives the last answer as a report has it. */
async function typed(commands: string): Promise<string> {
  let last = '';
  for (const line of commands.split('\n')) {
    const command = `${line} --silent --write-out '\\n%{http_code}'`;
    const env = { ...process.env, AUTHORIZATION: `Bearer ${TOKEN}`, NO_PROXY: '*' };
    const { stdout } = await run('sh', ['-c', command], { env });
    const [, body = '', status = ''] = /^([\s\S]*)\n(\d+)$/.exec(stdout) ?? [];
    last = `HTTP ${status}\n\n${body}`;
  }
  return last;
}

/** An answer without what differs each time. */
const settled = (answer: string): unknown => {
  const [head = '', ...body] = answer.split('\n\n');
  const value = parseJson(body.join('\n\n')) as Record<string, unknown>;
  return [head, { ...value, etag: '', updatedAt: '' }];
};

async function explored(service: Started): Promise<readonly Result[]> {
  const { url: providerBaseUrl, statesUrl: providerStatesSetupUrl } = service;
  const select = { description: 'updateMyUser 404 no such user' };
  const found = await verifyProvider({ cwd: ROOT, providerBaseUrl, providerStatesSetupUrl, select, explore: 20 });
  return found.results.filter(({ status }) => status === 'failed');
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const withCurl = hasCurl ? describe : describe.skip;

withCurl(`the commands that exploring prints${hasCurl ? '' : ' (skipped: there is no curl)'}`, () => {
  it.each(['half of a refused update is applied', 'no token is needed'])('show it again: %s', async (name) => {
    const fault = FAULTS.find((one) => one.name === name);
    if (fault === undefined) throw new Error(`there is no fault ${name}`);
    const service = await startUserService(fault.hooks);
    try {
      const failed = await explored(service);
      expect(failed.length).toBeGreaterThan(0);
      for (const { details = {} } of failed) {
        expect(JSON.stringify(details)).not.toContain(TOKEN);
        expect(settled(await typed(details['curl'] ?? ''))).toEqual(settled(details['response'] ?? ''));
      }
    } finally {
      await service.close();
    }
  });
});
