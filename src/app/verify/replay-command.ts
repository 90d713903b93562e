import type { PactInteraction } from '../../provider';
import { shellWord } from '../../result';
import type { Brokered } from '../broker/from-broker';
import type { VerifyProviderOptions } from './verify-provider-options';

/** Returns the contracts that options name. */
export const namedIn = ({ contract = [] }: VerifyProviderOptions): readonly string[] =>
  typeof contract === 'string' ? [contract] : contract;

const stateFiles = ({ states }: VerifyProviderOptions): readonly string[] => {
  if (typeof states === 'string') return [states];
  return Array.isArray(states) ? (states as readonly string[]) : [];
};

/** Returns the command that verifies one interaction again, without the values of headers: they are secrets. */
export function replayCommand(
  options: VerifyProviderOptions,
  brokered: Brokered | undefined,
): (interaction: PactInteraction) => string {
  const words: readonly (readonly [string, string | undefined])[] = [
    ['--pacts', options.pacts],
    ['--provider', brokered === undefined ? options.provider : undefined],
    ['--provider-base-url', options.providerBaseUrl],
    ...stateFiles(options).map((file) => ['--states', file] as const),
    ['--provider-states-setup-url', options.providerStatesSetupUrl],
    ...namedIn(options).map((reference) => ['--contract', reference] as const),
    ['--wire-names', options.wireNames],
    ...(options.headers ?? []).map((line) => ['--header', `${line.split(':')[0]}: ...`] as const),
  ];
  const written = (pairs: typeof words): string[] =>
    pairs.flatMap(([name, value]) => (value === undefined ? [] : [name, shellWord(value)]));
  const which = brokered?.replayWords ?? (({ id }: PactInteraction) => [['--interaction', id]] as const);
  return (interaction) => ['pactcheck verify', ...written(words), ...written(which(interaction))].join(' ');
}
