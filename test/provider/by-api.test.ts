import { join } from 'node:path';
import { makeFolder } from '../support/folder';
import { type Outcome, ROOT, runCli } from '../support/run-cli';

const EXAMPLE = join(ROOT, 'examples/existing-service');

interface Row {
  readonly id: string;
  readonly [name: string]: unknown;
}

interface BookingsService {
  readonly rows: Map<string, Row>;
  show(row: Row): object;
  remove(row: Row): object;
}

const { Bookings, start } = require(join(EXAMPLE, 'service.js')) as {
  readonly Bookings: new () => BookingsService;
  readonly start: (bookings: BookingsService) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
};

/** Imports the document, writes its pacts and verifies the service: states are set up by its own API. */
async function verified(service: BookingsService): Promise<Outcome> {
  const running = await start(service);
  const folder = makeFolder({});
  const run = (...words: readonly string[]): Promise<Outcome> => runCli(words, { cwd: folder.path });
  try {
    await run('import', join(EXAMPLE, 'openapi.yaml'), '--out', 'contracts/bookings');
    await run('pacts', 'bookings');
    const access = ['--provider-base-url', running.url, '--header', 'X-API-Key: secret'];
    return await run('verify', ...access, '--states', 'by-api');
  } finally {
    folder.remove();
    await running.close();
  }
}

const countsOf = ({ run }: Outcome, id: RegExp) => {
  const own = (run?.results ?? []).filter((result) => id.test(result.id));
  return Object.fromEntries(
    ['passed', 'failed', 'skipped', 'approximate'].map((status) => [
      status,
      own.filter((result) => result.status === status).length,
    ]),
  );
};

describe('states by the service’s own API', () => {
  it('need no code: resources are created for each interaction, and deleted again', async () => {
    const service = new Bookings();
    const outcome = await verified(service);
    expect(countsOf(outcome, /^(?:get|change|delete|create)Booking /)).toMatchObject({ skipped: 0, failed: 0 });
    expect(countsOf(outcome, /^listBookings 200/)).toMatchObject({ passed: 0, failed: 0, skipped: 0 });
    expect(countsOf(outcome, /^getBooking /)['passed']).toBeGreaterThan(5);
    expect(countsOf(outcome, /^deleteBooking 204/)).toMatchObject({ passed: 1 });
    // What the pacts themselves create is theirs.
    expect(service.rows.size).toBe(outcome.run?.results.filter(({ id }) => id.startsWith('createBooking 201')).length);
  });

  it('find what is wrong with an answer', async () => {
    const service = new Bookings();
    service.show = (row) => ({ ...row, guests: String(row['guests']) });
    const outcome = await verified(service);
    expect(outcome.exitCode).toBe(1);
    expect(countsOf(outcome, /^getBooking 200/)['passed']).toBe(0);
  });
});

it('the skeleton of the handlers has the calls that the document offers', async () => {
  const { output } = await runCli(['states', join(EXAMPLE, 'openapi.yaml')]);
  expect(output).toContain("'a booking exists': {");
  expect(output).toContain('await fetch(`${providerBaseUrl}/bookings`, {');
  expect(output).toContain('return { bookingId: created.id };');
  expect(output).toContain("'listBookings answers as given': () => ({ unsupported: ");
  expect(output).toContain('// Remove it by DELETE /bookings/{bookingId}');
});
