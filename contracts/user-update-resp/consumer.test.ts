import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparePacts, type Interaction, joinPacts, pactInteractions, record } from 'pactcheck/consumer';
import { ServiceRefused, UserClient, type UserUpdate } from './consumer/client';
import type { User } from './consumer/parser';
import contract from './contract';
import rows from './rows.json';

const interactions = pactInteractions(contract, rows);
const folder = mkdtempSync(join(tmpdir(), 'pactcheck-consumer-'));
const recorded = interactions.map((interaction, index) => ({ interaction, folder: join(folder, String(index)) }));
const pacts = join(__dirname, '../../pacts');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Calls the operation of an interaction as the program would, with the token that the interaction is about. */
function call({ operation, request }: Interaction, baseUrl: string): Promise<User> {
  const token = request.headers['Authorization']?.value.replace('Bearer ', '') ?? '';
  const client = new UserClient({ baseUrl, token });
  const update = request.body as UserUpdate;
  if (operation === 'updateMyUser') return client.updateMyUser(update);
  const { account_id = '', user_id = '' } = request.pathParameters;
  return client.updateAccountUser(account_id, user_id, update);
}

/** What the program should hold, as the wire has it: moments to the millisecond, numbers exact. */
const spelled = (value: unknown): unknown => {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(spelled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spelled(inner)]));
};

/** The same of an answer as it is sent: a leap second is the second after it. */
const momentsRead = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (name, value) =>
    ['createdAt', 'updatedAt', 'loginTime', 'date'].includes(name)
      ? Date.parse(
          value
            .toUpperCase()
            .replace(/:60/, ':59')
            .replace(/(\.\d{3})\d+/, '$1'),
        ) + (/:60/.test(value) ? 1000 : 0)
      : value,
  );

describe('the answers that the console reads', () => {
  const successes = recorded.filter(({ interaction }) => interaction.caseId !== undefined);
  it.each(successes.map((row) => [row.interaction.id, row] as const))('%s', async (_id, row) => {
    const user = await record(row.interaction, row.folder, (baseUrl) => call(row.interaction, baseUrl));
    expect(spelled(user)).toEqual(momentsRead(row.interaction.response.body));
  });

  const refusals = recorded.filter(({ interaction }) => interaction.caseId === undefined);
  it.each(refusals.map((row) => [row.interaction.id, row] as const))('%s', async (_id, row) => {
    const refusal = await record(row.interaction, row.folder, (baseUrl) =>
      call(row.interaction, baseUrl).catch((error: unknown) => error),
    );
    expect(refusal).toBeInstanceOf(ServiceRefused);
    expect(refusal).toMatchObject({ status: row.interaction.response.status, error: row.interaction.response.body });
  });

  it('are the ones in pacts/', () => {
    const files = joinPacts(recorded);
    // Where they differ: `npx pactcheck pacts` writes them anew.
    expect(comparePacts(pacts, files)).toEqual([]);
  });
});
