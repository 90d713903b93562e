import { makeFolder } from '../../support/folder';
import { runCli } from '../../support/run-cli';

const REFERENCE = 'openapi.json#getOdd';

/** A document with so many unknown keywords: each is a warning. */
const documentWith = (odd: number): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Odd', version: '1' },
    paths: {
      '/odd': {
        get: {
          operationId: 'getOdd',
          responses: {
            200: {
              description: 'odd',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: Object.fromEntries(
                      Array.from({ length: odd }, (_, index) => [`p${index}`, { type: 'string', minimumLength: 1 }]),
                    ),
                  },
                },
              },
            },
          },
        },
      },
    },
  });

const folder = makeFolder({ 'openapi.json': documentWith(4) });
beforeAll(async () => {
  const { exitCode } = await runCli(['pacts', REFERENCE], { cwd: folder.path });
  expect(exitCode).toBe(0);
});
afterAll(() => folder.remove());

/** What a command warns of, on either stream. */
async function warnings(words: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  const { output } = await runCli(words, { cwd: folder.path, err: (text) => said.push(text) });
  return [...new Set(`${output}\n${said.join('')}`.split('\n'))].filter((line) => /^\s*warning openapi/.test(line));
}

describe('what a document warns of', () => {
  it.each([
    ['contract', REFERENCE],
    ['cases', REFERENCE, '--count', '1'],
    ['coverage', REFERENCE],
    ['audit', REFERENCE],
    ['pacts', REFERENCE, '--check'],
    ['diff', REFERENCE, REFERENCE],
    ['verify', '--provider-base-url', 'http://127.0.0.1:9', '--contract', REFERENCE],
    ['fuzz', REFERENCE, '--parser', 'nowhere.js#parse'],
  ])('is told by %s, the first of it', async (...words) => {
    expect(await warnings(words)).toEqual([
      ...[0, 1, 2].map((index) => expect.stringMatching(`p${index}/minimumLength: the keyword minimumLength`)),
      `warning ${REFERENCE}: 1 more; pactcheck import ${REFERENCE} --out DIR tells them all`,
    ]);
    expect(await warnings([...words, '--quiet'])).toEqual([]);
  });

  it('is told whole by import', async () => {
    expect(await warnings(['import', REFERENCE, '--out', 'odd'])).toHaveLength(4);
  });
});
