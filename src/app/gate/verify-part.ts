import { type Config, type ContractConfig, entriesOf, type ProviderConfig } from '../config';
import { rememberFailed } from '../last-failed';
import { isEnoughFor, verifyPacts } from '../verify/verify-provider';
import type { VerifyProviderOptions } from '../verify/verify-provider-options';
import { sourceOf } from './broker-source';
import { expanded, requireExpanded } from './expanded';
import type { Facts } from './facts';
import { option } from './option';
import type { LeftOut, Part } from './part';

/** Holds a live service to the pacts and to the contract. */
export function verifyPart(config: Config, entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `verify ${entry.contract}`;
  const { provider } = entry;
  if (provider === undefined) return { name, reason: 'the configuration names no provider' };
  const url = expanded(provider.baseUrl, facts.env);
  if (url === undefined) return { name, reason: `${provider.baseUrl} is not set in the environment` };
  const source = sourceOf(provider, config, facts.env);
  if ('reason' in source) return { name, reason: source.reason };
  return {
    name,
    words: ['verify', ...source.words, ...wordsOf(provider, { url, contract: entry.contract, config, facts })],
    dependsOn: [''],
    advice: 'Correct the service, or the contract if it is the one that is wrong.',
    perform: async ({ cwd, env, signal, watch: { onVerified: onResult } }) => {
      const asked = {
        ...source.options,
        ...optionsOf(provider, env),
        providerBaseUrl: url,
        contract: [entry.contract],
      };
      const beside = entriesOf(config).map(({ contract }) => contract);
      const run = await verifyPacts({
        ...asked,
        beside,
        ownHosts: [url],
        seed: config.seed,
        ca: provider.ca ?? source.options.broker?.certificates,
        cwd,
        env,
        signal,
        onResult,
      });
      rememberFailed('verify', run.results, cwd);
      return { run, isEnough: isEnoughFor(run, source.options.broker) };
    },
  };
}

/** @throws Failure (usage) where a variable that the configuration names is not set. */
function optionsOf(provider: ProviderConfig, env: Facts['env']): Partial<VerifyProviderOptions> {
  const { states, statesUrl, headers, wait, explore, timeout, maxBody, clientCert, clientKey } = provider;
  return {
    states: states === undefined ? undefined : [states],
    providerStatesSetupUrl: statesUrl === undefined ? undefined : requireExpanded(statesUrl, env),
    headers: headers?.map((header) => requireExpanded(header, env)),
    wait,
    explore,
    timeout,
    maxBody,
    clientCert,
    clientKey,
  };
}

interface Told {
  readonly url: string;
  readonly contract: string;
  readonly config: Config;
  readonly facts: Facts;
}

/** Headers stand as the configuration has them: what they take from the environment is secret. */
const wordsOf = (provider: ProviderConfig, { url, contract, config, facts }: Told): string[] => [
  ...['--provider-base-url', url, '--contract', contract],
  ...option('--states', provider.states),
  ...option(
    '--provider-states-setup-url',
    provider.statesUrl && (expanded(provider.statesUrl, facts.env) ?? provider.statesUrl),
  ),
  ...option('--wait', provider.wait),
  ...option('--explore', provider.explore),
  ...option('--timeout', provider.timeout),
  ...option('--max-body', provider.maxBody),
  ...option('--ca', provider.ca),
  ...option('--client-cert', provider.clientCert),
  ...option('--client-key', provider.clientKey),
  ...option('--seed', config.seed),
  ...(provider.headers ?? []).flatMap((header) => ['--header', header]),
  ...option('--config', facts.config),
];
