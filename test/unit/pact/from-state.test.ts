import { generateCases } from '../../../src/cases';
import { defineContract, type JsonValue } from '../../../src/contract';
import { generatePacts, interactionsOf } from '../../../src/pact';

const given = (pointer: string) => ({ $from: 'state', pointer }) as const;
const STRING = { type: 'string' } as const;

/** A contract in which a state's setup gives what stands in each place of the call. */
const CONTRACT = defineContract({
  version: 1,
  name: 'silences',
  consumer: 'a',
  provider: 'b',
  models: { Silence: { type: 'object', required: ['id'], properties: { id: STRING, note: STRING } } },
  operations: {
    putSilence: {
      method: 'PUT',
      path: '/teams/{team}/silences/{silenceId}',
      parameters: {
        team: { in: 'path', schema: STRING },
        silenceId: { in: 'path', schema: STRING, value: given('/silenceId') },
        since: { in: 'query', required: false, schema: STRING, value: given('/since') },
        'X-Trace': { in: 'header', schema: STRING, value: given('/trace') },
      },
      request: { schema: { $ref: '#/$defs/Silence' }, values: { '/id': given('/silenceId') } },
      responses: {
        '200': {
          schema: { $ref: '#/$defs/Silence' },
          states: [{ name: 'a silence exists' }],
          values: { '/id': given('/silenceId') },
        },
      },
    },
  },
});

it('what the setup of a state gives stands anywhere in a pact, by Pact’s own generators', async () => {
  const [first] = generateCases(CONTRACT, { mode: 'covering', verdict: 'accept', seed: 1 });
  const [file] = await generatePacts(interactionsOf(CONTRACT, first === undefined ? [] : [first]));
  const pact = JSON.parse(file?.text ?? '{}') as { interactions: Record<string, Record<string, JsonValue>>[] };
  const { request, response } = pact.interactions[0] ?? {};
  const state = (expression: string): object => ({ type: 'ProviderState', expression });
  expect(request?.['generators']).toEqual({
    path: state('/teams/text/silences/${silenceId}'),
    query: { since: state('${since}') },
    header: { 'X-Trace': state('${trace}') },
    body: { '$.id': state('${silenceId}') },
  });
  expect(response?.['generators']).toEqual({ body: { '$.id': state('${silenceId}') } });
});
