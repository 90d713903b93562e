import type { Config, ContractConfig } from '../config';
import { diff } from '../diff/diff';
import { type Facts, fileOf, filesOf } from './facts';
import { option } from './option';
import type { LeftOut, Part } from './part';

const ADVICE = 'Keep what others rely on, or list the change with a reason and a day in the file that `ignore` names.';

/** Compares a contract with what it was. */
export function diffPart(config: Config, entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `diff ${entry.contract}`;
  if (entry.baseline === false) return { name, reason: 'the configuration says that there is no baseline' };
  const baseline = entry.baseline ?? baselineAt(entry, facts);
  if (typeof baseline !== 'string') return { name, ...baseline };
  const { ignore, failOn = 'breaking' } = config;
  const asked = { before: baseline, after: entry.contract, failOn, ignore, config: facts.config };
  const words = ['diff', baseline, entry.contract, '--fail-on', failOn];
  return {
    name,
    words: [...words, ...option('--ignore', ignore), ...option('--config', facts.config)],
    dependsOn: [...filesOf(entry, facts), ...(ignore === undefined ? [] : [ignore])],
    advice: ADVICE,
    perform: async ({ cwd, env }) => ({ run: await diff({ ...asked, cwd, env }) }),
  };
}

/** Where only the last commit is here, asking for the one before says what to do: a gate must not pass for that. */
function baselineAt(entry: ContractConfig, { base, existedAtBase, isShallow }: Facts): string | { reason: string } {
  const file = fileOf(entry);
  const [, operation] = entry.contract.split('#');
  const at = (commit: string): string => `git:${commit}:${file}${operation === undefined ? '' : `#${operation}`}`;
  if (base === undefined && isShallow) return at('HEAD~1');
  if (base === undefined)
    return { reason: 'there is no earlier commit to compare with: name a baseline in the configuration' };
  return existedAtBase(file) ? at(base) : { reason: `${file} is new since ${base.slice(0, 10)}` };
}
