type PactLibrary = typeof import('@pact-foundation/pact');

/**
 * The library of Pact, loaded when it is first needed: it costs a second, and few commands need it. Its telemetry is
 * off.
 */
export function pactLibrary(): PactLibrary {
  process.env['PACT_DO_NOT_TRACK'] = 'true';
  return require('@pact-foundation/pact') as PactLibrary;
}
