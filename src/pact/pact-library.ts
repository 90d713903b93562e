import { createRequire } from 'node:module';

type PactLibrary = typeof import('@pact-foundation/pact');

/**
 * The library of Pact, loaded when it is first needed: it costs a second, and few commands need it. Its telemetry is
 * off. Required by the loader of CommonJS itself: where `--import` puts another one in its place, Node 20 cannot load it.
 */
export function pactLibrary(): PactLibrary {
  process.env['PACT_DO_NOT_TRACK'] = 'true';
  const require = createRequire(__filename);
  return require('@pact-foundation/pact') as PactLibrary;
}
