import { createColors } from 'picocolors';
import { serveCommand } from '../../../src/cli/commands/serve';
import type { Context } from '../../../src/cli/context';
import { ROOT, runCli } from '../../support/run-cli';

// Whole contracts are compiled here, on machines that may be busy.
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
      expect(printed).toMatch(/curl -X PUT -H 'Authorization: Bearer local-token' .*\/v3\/users\/me/);
      expect(printed).toMatch(/states {2}http:\S+\/_pactcheck\/states .*a user exists/);
      expect(printed).toContain('fault   /status unknown');
    });
  });

  it.each([
    [['serve', 'user-update-resp', '--fault', '/status unheard of'], /has no case "\/status unheard of"/],
    [['serve', 'no-such-contract'], /there is no contract no-such-contract: contracts\/ has /],
    [['serve', 'no-such.yaml#get'], /there is no contract no-such\.yaml#get: there is no file no-such\.yaml/],
  ])('refuses %j', async (words, message) => {
    const outcome = await runCli(words);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringMatching(message) } });
  });

  it.each([
    ['--vary', 'all'],
    ['--port', 'http'],
  ])('refuses %s %s', async (...words) => {
    expect((await runCli(['serve', 'user-update-resp', ...words])).exitCode).toBe(2);
  });
});
