import { BY_HAND_FOLDER, type Interaction, type PactDifference } from '../../pact';
import { type Finding, fingerprint, type Result, resultOf } from '../../result';

/** What a check of pact files has to tell. */
export interface PactsCheck {
  /** What the contracts give. */
  readonly interactions: readonly Interaction[];
  readonly differences: readonly PactDifference[];
  /** Names of files that no contract gives. */
  readonly stale: readonly string[];
  readonly folder: string;
  /** The command that checks again. */
  readonly replay: string;
}

type Meaning = readonly [rule: string, message: string, next: string, expected: string];

const MEANING: Readonly<Record<PactDifference['what'], Meaning>> = {
  missing: [
    'pact-missing',
    'The contract gives it, and it is not there',
    'The pacts are old: run',
    'it is in the file',
  ],
  extra: ['pact-extra', 'It is there, and no contract gives it', 'The pacts are old: run', 'it is not in the file'],
  changed: [
    'pact-changed',
    'It is not what the contract gives',
    'Never edit pacts by hand: run',
    'what the contract gives, byte for byte',
  ],
};

function findingOf({ file, what, where }: PactDifference, check: PactsCheck): Finding {
  const [rule, message, toDo, expected] = MEANING[what];
  const next = `${toDo} \`${check.replay.replace(' --check', '')}\`, and commit what it writes.`;
  return {
    rule,
    level: 'error',
    pointer: where?.pointer ?? '',
    message: `${message}${where === undefined ? '' : ` (at ${where.pointer || 'its root'})`}. ${next}`,
    expected: where?.wanted ?? expected,
    actual: where?.actual ?? (what === 'missing' ? 'nothing' : `in ${check.folder}/${file}`),
    fingerprint: fingerprint({ rule, place: `${file}${where?.pointer ?? ''}` }),
  };
}

function staleResult(file: string, check: PactsCheck): Result {
  const finding: Finding = {
    rule: 'pact-stale',
    level: 'error',
    pointer: '',
    message: `No contract gives ${check.folder}/${file}: delete it; what tests write with Pact's own DSL belongs into ${check.folder}/${BY_HAND_FOLDER}/.`,
    expected: 'only files of the contracts',
    actual: file,
    fingerprint: fingerprint({ rule: 'pact-stale', place: file }),
  };
  return resultOf(file, [finding], { replay: check.replay, file: `${check.folder}/${file}` });
}

/** One result for each interaction, each interaction that should not be there, and each file as a whole that differs. */
export function checkResults(check: PactsCheck): Result[] {
  const details = (files: readonly string[]): Record<string, string> => ({
    replay: check.replay,
    ...(files[0] === undefined ? {} : { file: `${check.folder}/${files[0]}` }),
  });
  const wanted = check.interactions.map(({ id }) => id);
  const named = new Set(wanted);
  const resultFor = (id: string, differences: readonly PactDifference[]): Result =>
    resultOf(
      id,
      differences.map((difference) => findingOf(difference, check)),
      details(differences.map(({ file }) => file)),
    );
  const others = check.differences.filter(({ interaction }) => interaction === undefined || !named.has(interaction));
  return [
    ...wanted.map((id) =>
      resultFor(
        id,
        check.differences.filter(({ interaction }) => interaction === id),
      ),
    ),
    ...others.map((difference) => resultFor(difference.interaction ?? difference.file, [difference])),
    ...check.stale.map((file) => staleResult(file, check)),
  ];
}

/** Whether the rows kept beside a contract are those that its pacts are made of. */
export function rowsResult(file: string, isKept: boolean, replay: string): Result {
  const finding: Finding = {
    rule: 'rows-changed',
    level: 'error',
    pointer: '',
    message: `These are not the rows that the pacts are made of. Run \`${replay.replace(' --check', '')}\`, and commit what it writes.`,
    expected: 'the rows of the contract',
    actual: file,
    fingerprint: fingerprint({ rule: 'rows-changed', place: file }),
  };
  return resultOf(file, isKept ? [] : [finding], { replay, file });
}
