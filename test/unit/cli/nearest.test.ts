import { runCli } from '../../support/run-cli';

const URL = 'http://127.0.0.1:1';

/** A word that somebody mistyped, and the one that the answer names. */
const MISTYPED: readonly (readonly [what: string, words: readonly string[], nearest: RegExp])[] = [
  ['a command', ['verfy'], /Did you mean verify\?/],
  ['an option', ['verify', '--provider-base-ulr', 'http://127.0.0.1:1'], /Did you mean --provider-base-url\?/],
  ['a contract', ['cases', 'user-update-rsp'], /Did you mean user-update-resp\?/],
  ['an operation', ['cases', 'user-update-resp', '--operation', 'updateMyUsr'], /Did you mean updateMyUser\?/],
  ['a reporter', ['cases', 'user-update-resp', '--reporter', 'juint'], /Did you mean junit\?/],
  [
    'a rule',
    ['verify', '--provider-base-url', URL, '--provider-states-setup-url', URL, '--without', 'version-change=opaque'],
    /Did you mean version-changes\?/,
  ],
  ['a fault', ['serve', 'user-update-resp', '--fault', '/status unknwon'], /Did you mean "\/status unknown"/],
];

describe('a mistyped word is answered with the nearest', () => {
  it.each(MISTYPED)('%s', async (_what, words, nearest) => {
    let told = '';
    const { exitCode, failure, output } = await runCli(words, {
      err: (text) => {
        told += text;
      },
    });
    expect(exitCode).toBe(2);
    expect(`${failure?.next ?? ''}${output}${told}`).toMatch(nearest);
  });

  it('and one that is like none is not', async () => {
    const { failure } = await runCli(['cases', 'user-update-resp', '--operation', 'listInvoices']);
    expect(failure?.next).toBe('Operations with one: updateAccountUser, updateMyUser.');
  });
});
