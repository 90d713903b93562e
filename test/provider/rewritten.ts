import { join } from 'node:path';
import type { Run } from 'pactcheck';
import { verifyProvider } from 'pactcheck/provider';
import { startLiveService } from '../../src/app/live-service';
import { isJsonObject, type JsonObject, type JsonValue, parseJson, stringifyJson } from '../../src/contract';
import { type PactInteraction, readPacts } from '../../src/provider';
import { type Passing, type Rewrite, rewriting } from '../support/rewriting-proxy';
import { userContract } from '../unit/validator/subject';

const ROOT = join(__dirname, '../..');

/** How many members the user has that a state sets up. */
const sizeOf = ({ states }: PactInteraction): number => Object.keys((states[0]?.params['user'] as object) ?? {}).length;

/** Every third success of one operation, the smallest users, and all that is refused: enough to meet a defect. */
const IDS = readPacts(join(ROOT, 'pacts'))
  .flatMap(({ interactions }) => interactions)
  .filter(({ id }) => id.startsWith('updateMyUser '))
  .filter((found, index) => !found.id.startsWith('updateMyUser 200 ') || index % 3 === 0 || sizeOf(found) < 9)
  .map(({ id }) => id);

/** Verifies the live service with its answers rewritten on their way. */
export async function verifiedWith(rewrite: Rewrite): Promise<Run> {
  const service = await startLiveService(userContract());
  const proxy = await rewriting(service.url, rewrite);
  try {
    return await verifyProvider({
      cwd: ROOT,
      providerBaseUrl: proxy.url,
      providerStatesSetupUrl: service.statesUrl,
      select: { ids: IDS },
    });
  } finally {
    await proxy.close();
    await service.close();
  }
}

const jsonOf = (body: Buffer): JsonValue => parseJson(body.toString('utf8'));

/** The body of the request, an object; empty where there is none. */
export const requestOf = ({ request }: Passing): JsonObject => {
  const value = request.body.length === 0 ? {} : jsonOf(request.body);
  return isJsonObject(value) ? value : {};
};

/** Rewrites the JSON of every answer. */
export const body =
  (change: (value: JsonObject, passing: Passing) => JsonValue): Rewrite =>
  (passing) => {
    const value = passing.body.length === 0 ? undefined : jsonOf(passing.body);
    if (value === undefined || !isJsonObject(value)) return passing;
    return { ...passing, body: Buffer.from(stringifyJson(change(value, passing)), 'utf8') };
  };

/** Rewrites the user of every successful answer. */
export const user = (change: (value: JsonObject, passing: Passing) => JsonValue): Rewrite =>
  body((value, passing) => (passing.status === 200 ? change(value, passing) : value));
