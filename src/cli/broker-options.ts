import type { Command } from 'commander';
import { type AskedBroker, setIn } from '../broker';
import { Failure } from '../result';
import type { Options } from './command';
import type { Context } from './context';

/** Declares where a broker is. Credentials are no options: other users of a machine can read those. */
export const declareBrokerUrl = (command: Command): Command =>
  command.option('--broker-url <url>', 'the Pact broker; PACT_BROKER_BASE_URL where it is not given');

/** Declares how a command that speaks to a broker alone reaches it. */
export const declareBroker = (command: Command): Command =>
  declareBrokerUrl(command).option(
    '--ca <file>',
    'certificates, as PEM, that are trusted beside those that Node knows; SSL_CERT_FILE where it is not given',
  );

/** Returns the broker that was asked for, by option or by Pact's own variable; none where there is neither. */
export function brokerIn(options: Options, { env }: Context): AskedBroker | undefined {
  const url = (options['brokerUrl'] as string | undefined) || setIn(env, 'PACT_BROKER_BASE_URL');
  return url === undefined ? undefined : { url, certificates: options['ca'] as string | undefined };
}

/**
 * Returns the broker that was asked for.
 * @throws Failure (usage) where none was.
 */
export function requireBroker(options: Options, context: Context): AskedBroker {
  const broker = brokerIn(options, context);
  if (broker !== undefined) return broker;
  throw new Failure('usage', 'no broker is named', 'Set PACT_BROKER_BASE_URL, or give --broker-url.');
}
