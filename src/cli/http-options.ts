import type { Command } from 'commander';
import type { HttpOptions } from '../app/verify/http-access';
import { wholeNumber } from './arguments';
import type { Options } from './command';

/** Declares how a command reaches the service: how long it waits, how much it reads, and with which certificates. */
export function declareHttp(command: Command): void {
  command
    .option(
      '--timeout <seconds>',
      'how long one exchange, from connecting to its last byte, or one state, may take',
      wholeNumber(1),
      30,
    )
    .option('--max-body <megabytes>', 'how much of a body is read, once it is decompressed', wholeNumber(1), 100)
    .option('--ca <file>', 'certificates, as PEM, that are trusted beside those that Node knows')
    .option('--client-cert <file>', 'the certificate that the service wants of its clients, as PEM')
    .option('--client-key <file>', 'the key of that certificate, as PEM');
}

/** The options that `declareHttp` declares. */
export const httpOptionsIn = (options: Options): HttpOptions => ({
  timeout: options['timeout'] as number,
  maxBody: options['maxBody'] as number,
  ca: options['ca'] as string | undefined,
  clientCert: options['clientCert'] as string | undefined,
  clientKey: options['clientKey'] as string | undefined,
});
