import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { REPORTERS } from '../../../src/reporters';
import { type Run, resultOf, runOf } from '../../../src/result';
import { fixedRun } from '../../support/fixed-run';
import published from './fixtures/sarif-2.1.0.schema.json';

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly occurrenceCount: number;
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly SarifResult[];
    },
  ];
}

const render = (run: Run): Log => JSON.parse(REPORTERS.get('sarif')?.render(run, { version: '0.1.0' }) ?? '') as Log;

// It is written for draft 4, but holds nothing that draft 7 reads otherwise, but for these two.
const { $schema: _draft, id: _id, ...schema } = published;
const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);

const problems = (log: unknown): string[] => {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe('the SARIF report', () => {
  it('is what the schema of SARIF 2.1.0 allows', () => {
    expect(problems(render(fixedRun))).toEqual([]);
    expect(
      problems(render(runOf({ command: 'diff', contract: './a b.yaml#x', seed: 0 }, [resultOf('x', [])], 0))),
    ).toEqual([]);
  });

  it('is checked by a schema that notices', () => {
    const log = JSON.parse(
      JSON.stringify(render(fixedRun)).replace('"message":{"text"', '"message":{"words"'),
    ) as unknown;
    expect(problems(log)).not.toEqual([]);
  });

  it('lists each rule once, and points to it', () => {
    const { tool, results } = render(fixedRun).runs[0];
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['enum', 'type', 'unknown-member']);
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    );
  });

  it('has one result for each kind of finding, of the same fingerprint at every run', () => {
    const fingerprints = (run: Run): unknown[] =>
      render(run).runs[0].results.map((result) => result.partialFingerprints);
    const reversed = { ...fixedRun, seed: 7, results: [...fixedRun.results].reverse() };
    expect(new Set(fingerprints(reversed).map(String))).toEqual(new Set(fingerprints(fixedRun).map(String)));
    expect(render(fixedRun).runs[0].results.map(({ occurrenceCount }) => occurrenceCount)).toEqual([2, 2, 1]);
  });
});
