import { join } from 'node:path';
import { type FuzzOptions, fuzz } from '../../src/fuzz';
import type { Run } from '../../src/result';
import { CASES, contract, OTHERS, response, testCase, told } from './small-contract';

const fuzzedBy = (command: string, over: Partial<FuzzOptions> = {}): Promise<Run> =>
  fuzz({
    contract: contract.name,
    response,
    rules: [],
    parser: { kind: 'command', command, cwd: join(__dirname, 'fixtures') },
    cases: CASES,
    onlyGiven: true,
    seed: 1,
    limit: 500,
    judge: () => [],
    ...over,
  });

const fuzzed = (fault: string, over: Partial<FuzzOptions> = {}): Promise<Run> =>
  fuzzedBy(`node adapter.js ${fault}`, over);

describe('a program that answers JSON lines', () => {
  it('is judged by what it answers', async () => {
    expect(told(await fuzzed('none'))).toEqual(CASES.map(({ id }) => `${id} passed`));
  });

  it.each([
    ['exits', /^process-ended 3 ACTIVE: it ended the process with exit code 7$/],
    ['complains', /^process-ended 3 ACTIVE: it ended the process with exit code 1: .*/],
    ['kills', /^process-ended 3 ACTIVE: it ended the process with /],
    ['loops', /^hang 3 ACTIVE: it gave no answer within 500 ms/],
    ['neverAnswers', /^hang 3 ACTIVE: it gave no answer within 500 ms/],
    ['otherId', /^protocol-broken 3 ACTIVE: it answered \d+ where the answer to \d+ was due/],
    ['noId', /^protocol-broken 3 ACTIVE: it answered without an id where/],
    ['noJson', /^protocol-broken 3 ACTIVE: it answered "DEBUG an active user", which is not a JSON object/],
    ['noVerdict', /^protocol-broken 3 ACTIVE: it answered the verdict "maybe", which is none of accept, reject, error/],
    ['refuses', /^refuses-valid 3 ACTIVE: .*is refused: Unreadable: no active users/],
    ['fails', /^refuses-valid 3 ACTIVE: .*is refused: ValueError: active/],
    ['changes', /^wrong-value 3 ACTIVE: \/status is another value/],
  ])('%s: a finding about the case that did it, and the run goes on', async (fault, message) => {
    const lines = told(await fuzzed(fault));
    expect(lines[0]).toMatch(message);
    expect(lines.slice(1)).toEqual(OTHERS);
  });

  it.each(['twice', 'backwards'])('%s: out of order is a finding, too', async (fault) => {
    const lines = told(await fuzzed(fault));
    expect(lines).toContainEqual(expect.stringMatching(/^protocol-broken .*it answered \d+ /));
  });

  it.each(['halfLines', 'huge', 'chatty'])('%s: however it prints its answers, they count', async (fault) => {
    // The half of a line is followed by the other one before the next answer: one question at a time.
    const cases = fault === 'halfLines' ? CASES.slice(3, 4) : CASES;
    expect(told(await fuzzed(fault, { cases }))).toEqual(cases.map(({ id }) => `${id} passed`));
  });

  it('may be slow to start, slower than it may be to answer', async () => {
    const run = await fuzzedBy('sleep 1.5; exec node adapter.js none');
    expect(told(run)).toEqual(CASES.map(({ id }) => `${id} passed`));
  });

  it('may keep to itself what it has read', async () => {
    expect(told(await fuzzed('withoutValue'))).toEqual(CASES.map(({ id }) => `${id} passed`));
  });

  it('fails by its own word, not by the way an error is named', async () => {
    const invalid = { ...testCase('3 ACTIVE', 'ACTIVE'), verdict: 'reject', pointer: '/status' } as const;
    const cases = [testCase('0 NEW', 'NEW'), invalid];
    expect(told(await fuzzed('refuses', { cases }))).toEqual(['0 NEW passed', '3 ACTIVE passed']);
    expect(told(await fuzzed('fails', { cases }))[0]).toMatch(
      /^undeclared-error 3 ACTIVE: the parser fails with ValueError/,
    );
  });

  it.each([
    [[], []],
    [['Unreadable'], []],
    [['example.Other', 'Unreadable'], []],
    [['ValueError'], ['undeclared-error']],
  ])('may be held to what it is said to refuse by: %j', async (rejectsWith, rules) => {
    const invalid = { ...testCase('3 ACTIVE', 'ACTIVE'), verdict: 'reject', pointer: '/status' } as const;
    const run = await fuzzed('refuses', { cases: [testCase('0 NEW', 'NEW'), invalid], rejectsWith });
    expect(run.results.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(rules);
  });

  it('loses no digit, neither there nor back', async () => {
    const cases = [{ ...testCase('big', 'NEW'), body: '{"id":"x","status":"NEW","count":9223372036854775807}' }];
    expect(told(await fuzzed('echo', { cases }))).toEqual(['big passed']);
    expect(told(await fuzzed('none', { cases }))[0]).toMatch(/^inexact-integer big: \/count has lost digits/);
  });

  it('is asked up to 256 things at once', async () => {
    const cases = Array.from({ length: 600 }, (_, index) => testCase(String(index), 'NEW'));
    const run = await fuzzed('none', { cases });
    expect(run.summary).toMatchObject({ passed: 600, failed: 0 });
  });

  it.each([
    ['no-such-program', /the parser cannot be started: .*exit code 127/],
    ['node -e "process.exit(4)"', /the parser cannot be started: it ended the process with exit code 4/],
    ['echo ready', /the parser cannot be started: it answered "ready", which is not a JSON object/],
  ])('that does not start (%s) is named, with what to do', async (command, message) => {
    await expect(fuzzedBy(command)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringMatching(message),
      next: expect.stringContaining('Run the command on its own'),
    });
  });
});
