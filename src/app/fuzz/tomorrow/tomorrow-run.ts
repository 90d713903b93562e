import { BREAKING_RULES, type DiffLevel } from '../../../breaking';
import type { Contract } from '../../../contract';
import { type FuzzOptions, type Survival, survivalsOf, type Tomorrow, tomorrowsOf } from '../../../fuzz';
import { type Finding, fingerprint, type Result, type Run, shorten } from '../../../result';
import { validatorFor } from '../../../validator';

const RULE = 'tomorrow-not-survived';

const NOTHING_READ = 'nothing is said of tomorrow: no valid response of today is read as it should be';

/** The rule that `diff` would tell a reader of responses of; `undefined` where it has none to tell. */
export const ruleOf = (row: string): { readonly id: string; readonly level: DiffLevel } | undefined =>
  BREAKING_RULES.find(
    ({ changes, of, direction }) =>
      of === 'response' && direction !== 'request' && changes.some((change) => change === row),
  );

/** Whether the response is one of the changed contract: else it would say nothing of it. */
function isOfItsContract({ contract, testCase }: Tomorrow, { response }: FuzzOptions): boolean {
  const body = Buffer.from(testCase.body ?? '');
  return validatorFor(contract).response(response.operation.id, response.status, body).length === 0;
}

const levelOf = ({ row }: Tomorrow): string => {
  const rule = row === undefined ? undefined : ruleOf(row);
  return rule === undefined ? 'no rule of diff' : `${rule.id}, ${rule.level}`;
};

function noteOf(survival: Survival): Finding {
  const { place, says, complaint, row = 'media-type-parameter' } = survival;
  const actual = complaint?.actual ?? '';
  return {
    rule: RULE,
    level: 'note',
    pointer: place,
    message: `${place || 'the response'} ${says} (${levelOf(survival)}): ${shorten(complaint?.message ?? '')}`,
    expected: 'a value',
    actual,
    fingerprint: fingerprint({ rule: RULE, place, scope: row }),
  };
}

/** What stands in a report of tomorrow: how much is survived, and a note of each change that is not. */
function resultOf(survivals: readonly Survival[]): Result {
  const ended = survivals.filter(({ complaint }) => complaint !== undefined);
  const survived = `${survivals.length - ended.length} of ${survivals.length}`;
  const head: Finding = {
    rule: 'tomorrow',
    level: 'note',
    pointer: '',
    message: `today's parser survives ${survived} changes that providers make without asking`,
    expected: '',
    actual: survived,
    fingerprint: fingerprint({ rule: 'tomorrow', place: '' }),
  };
  return { id: 'tomorrow', status: 'passed', findings: [head, ...ended.map(noteOf)] };
}

/**
 * The run with what today's parser makes of the contract as it may be tomorrow: notes, which fail nothing. What is changed are
 * responses that it reads today as it should.
 * @throws Failure as fuzzing does.
 */
export async function withTomorrow(run: Run, contract: Contract, options: FuzzOptions): Promise<Run> {
  const passed = new Set(run.results.filter(({ status }) => status === 'passed').map(({ id }) => id));
  const read = [...options.cases].filter(({ id }) => passed.has(id));
  const tomorrows = tomorrowsOf(contract, options.response, read).filter((one) => isOfItsContract(one, options));
  if (tomorrows.length === 0) return { ...run, warnings: [...(run.warnings ?? []), NOTHING_READ] };
  const result = resultOf(await survivalsOf(options, tomorrows));
  const summary = { ...run.summary, passed: run.summary.passed + 1 };
  return { ...run, summary, results: [...run.results, result] };
}
