import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { createColors } from 'picocolors';
import { serveCommand } from '../../../src/cli/commands/serve';
import type { Context } from '../../../src/cli/context';
import { ROOT, runCli } from '../../support/run-cli';

// Whole contracts are compiled here, on machines that may be busy.
const hasCurl = spawnSync('curl', ['--version']).status === 0;
const OPTIONS = { port: 0, seed: 1 };

/** Starts the command, waits for what it prints first, looks, and interrupts it. */
async function served(options: object, json: boolean, look: (printed: string) => Promise<void>): Promise<number> {
  const controller = new AbortController();
  let say: (text: string) => void;
  const printed = new Promise<string>((settle) => {
    say = settle;
  });
  const context = {
    cwd: ROOT,
    env: {},
    out: (text: string) => say(text),
    err: () => undefined,
    colors: createColors(false),
    options: { json, quiet: false, verbose: false, reporter: [], config: undefined },
    signal: controller.signal,
  } as unknown as Context;
  const ended = serveCommand.action(context, { ...OPTIONS, ...options }, 'user-update-resp');
  try {
    await look(await Promise.race([printed, ended.then(() => '')]));
  } finally {
    controller.abort();
  }
  return ended;
}

describe('pactcheck serve', () => {
  it('prints one JSON document once it listens, answers, and ends with 0 when interrupted', async () => {
    let url = '';
    const exitCode = await served({ wireNames: 'snake_case' }, true, async (printed) => {
      const said = JSON.parse(printed) as { url: string; statesUrl: string; token: string; states: string[] };
      expect(said.states).toContain('a user exists');
      const answer = await fetch(`${said.url}/v3/users/me`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${said.token}`, 'content-type': 'application/json' },
        body: '{"full_name":"Ada"}',
      });
      expect(await answer.json()).toMatchObject({ full_name: 'Ada' });
      const declined = await fetch(said.statesUrl, { method: 'POST', body: '{"state":"x"}' });
      expect(declined.status).toBe(409);
      url = said.url;
    });
    expect(exitCode).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('says to a person how to use it', async () => {
    await served({ fault: '/status unknown' }, false, async (printed) => {
      expect(printed).toMatch(/user-update-resp at http:\/\/127\.0\.0\.1:\d+\n/);
      const [, command = ''] = /^ {2}(curl .*)$/m.exec(printed) ?? [];
      expect(command).toMatch(
        /curl -X PUT 'http\S+\/v3\/accounts\/\w+\/users\/\w+' .*authorization: Bearer local-token/,
      );
      if (hasCurl) {
        const pasted = `${command} --silent --output /dev/null --write-out '%{http_code}'`;
        expect((await promisify(execFile)('sh', ['-c', pasted])).stdout).toBe('200');
      }
      expect(printed).toMatch(/states {2}http:\S+\/_pactcheck\/states .*a user exists/);
      expect(printed).toContain('fault   /status unknown');
    });
  });

  it.each([
    [['--fault', '/status unknwon'], /has no case "\/status unknwon"/, /^Did you mean "\/status unknown"\? /],
    [['--fault', '/status unheard of'], /has no case/, /^Did you mean "\/status [^"]+" or "\/status [^"]+".*\? /],
    [['--fault', 'nothing of it'], /has no case/, /^`pactcheck cases user-update-resp` prints them/],
    [['no-such-contract'], /there is no contract no-such-contract: contracts\/ has /, /^Give a name/],
    [['user-update-rsp'], /there is no contract user-update-rsp/, /^Did you mean user-update-resp\? /],
    [['no-such.yaml#get'], /no contract no-such\.yaml#get: there is no file no-such\.yaml/, /^Check the path/],
  ])('refuses %j', async (words, message, next) => {
    const outcome = await runCli(words.length === 1 ? ['serve', ...words] : ['serve', 'user-update-resp', ...words]);
    expect(outcome.failure).toMatchObject({
      message: expect.stringMatching(message),
      next: expect.stringMatching(next),
    });
    expect(outcome.exitCode).toBe(2);
  });

  it.each([
    ['--vary', 'all'],
    ['--port', 'http'],
  ])('refuses %s %s', async (...words) => {
    expect((await runCli(['serve', 'user-update-resp', ...words])).exitCode).toBe(2);
  });
});
