import { join } from 'node:path';
import type { Result, Run } from 'pactcheck';
import { interactionIds, serve, verifyProvider } from 'pactcheck/provider';
import contract from './contract';

const ROOT = join(__dirname, '../..');

/** Verifies a live service of the contract, with the departure of one case in its answers where one is given. */
async function verified(fault?: string, description?: string): Promise<Run> {
  const service = await serve(contract, { fault });
  try {
    return await verifyProvider({
      cwd: ROOT,
      providerBaseUrl: service.url,
      providerStatesSetupUrl: service.statesUrl,
      select: { description },
    });
  } finally {
    await service.close();
  }
}

describe('the correct service', () => {
  let results: ReadonlyMap<string, Result>;
  beforeAll(async () => {
    const run = await verified();
    results = new Map(run.results.map((result) => [result.id, result]));
  });

  it.each(interactionIds(join(ROOT, 'pacts')))('%s', (id) => {
    expect(results.get(id)).toMatchObject({ status: 'passed', findings: [] });
  });
});

/** Cases whose departure is planted into the answers, and where it has to be found. */
const FAULTS: readonly (readonly [id: string, pointer: string])[] = [
  ['/id missing', '/id'],
  ['/accountId missing', '/accountId'],
  ['/email missing', '/email'],
  ['/etag missing', '/etag'],
  ['/object missing', '/object'],
  ['/status missing', '/status'],
  ['/status unknown', '/status'],
  ['/status wrong case', '/status'],
  ['/object unknown', '/object'],
  ['/id against the pattern', '/id'],
  ['/id null instead', '/id'],
  ['/username one under the minimum', '/username'],
  ['/username one over the maximum', '/username'],
  ['/username against the pattern', '/username'],
  ['/fullName one over the maximum', '/fullName'],
  ['/phoneNumber one over the maximum', '/phoneNumber'],
  ['/email against the pattern', '/email'],
  ['/email one over the maximum', '/email'],
  ['/createdAt space for T', '/createdAt'],
  ['/createdAt no zone', '/createdAt'],
  ['/createdAt 30 February', '/createdAt'],
  ['/createdAt offset without colon', '/createdAt'],
  ['/updatedAt epoch milliseconds as text', '/updatedAt'],
  ['/creationTime beyond int64', '/creationTime'],
  ['/creationTime with a fraction', '/creationTime'],
  ['/creationTime as text', '/creationTime'],
  ['/isGtcAccepted text of yes and no', '/isGtcAccepted'],
  ['/isTotpEnabled null instead', '/isTotpEnabled'],
  ['/loginHistory one over the maximum', '/loginHistory'],
  ['/loginHistory an object instead', '/loginHistory'],
  ['/loginHistory/[]/date no zone', '/loginHistory'],
  ['/loginHistory/[]/success text instead', '/loginHistory'],
  ['/activeSessions/[]/accountId missing', '/activeSessions'],
  ['/activeSessions null instead', '/activeSessions'],
  ['/groups an item instead', '/groups'],
  ['/userProperties an array instead', '/userProperties'],
  ['body in an array', ''],
  ['body null instead', ''],
];

describe('a service with a fault', () => {
  it.each(FAULTS)('%s: found', async (fault, pointer) => {
    const { summary, results } = await verified(fault, '^updateMyUser 200');
    const found = results.flatMap(({ findings }) => findings).filter((finding) => finding.level === 'error');
    expect(summary.failed).toBeGreaterThan(0);
    expect(found.filter((finding) => finding.pointer.startsWith(pointer))).not.toEqual([]);
    expect(found.every(({ message }) => message.length > 10)).toBe(true);
  });
});
