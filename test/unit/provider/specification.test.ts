import type { JsonValue } from '../../../src/contract';
import { readPactFrom } from '../../../src/provider/read-pacts';
import { numberedPact } from '../../../src/provider/replay/numbered';
import { bodyIn, specificationOf } from '../../../src/provider/specification';

it.each<[JsonValue, number]>([
  [{ pactSpecification: { version: '4.0' } }, 4],
  [{ pactSpecification: { version: '4.0' }, pactRust: { models: '1.2.3' } }, 4],
  [{ pactRust: { models: '2.0.0' }, pactSpecification: { version: '3.0.0' } }, 3],
  [{ pactSpecification: { version: '2.0.0' } }, 2],
  [{ 'pact-specification': { version: '1.1.0' } }, 1],
  [{ pactSpecificationVersion: '2.0.0' }, 2],
  [{ pactRust: { models: '1.2.3' } }, 3],
  [{}, 3],
  [null, 3],
])('reads %j as version %i', (metadata, version) => expect(specificationOf(metadata)).toBe(version));

const pactOf = (metadata: JsonValue, body: JsonValue) =>
  readPactFrom(
    {
      consumer: { name: 'a' },
      provider: { name: 'b' },
      metadata,
      interactions: [
        {
          description: 'one',
          providerStates: [{ name: 's', params: { id: 1 } }],
          request: { method: 'GET', path: '/' },
          response: { status: 200, body },
        },
      ],
    },
    'a-b.json',
  );

const MODELS = { pactSpecification: { version: '4.0' }, pactRust: { models: '1.2.3' } };

it('numbers the states of a pact of version 4, whatever the version of the library that wrote it', () => {
  const pact = pactOf(MODELS, null);
  const [interaction] = numberedPact({ pact, interactions: pact.interactions })['interactions'] as JsonValue[];
  expect(interaction).toMatchObject({ providerStates: [{ name: 'interaction 0' }] });
});

it.each<[string, JsonValue, JsonValue, JsonValue | undefined]>([
  ['a wrapped body', MODELS, { content: { id: 1 }, contentType: 'application/json', encoded: false }, { id: 1 }],
  ['bytes', MODELS, { content: 'eyJpZCI6MX0=', contentType: 'application/json', encoded: 'base64' }, { id: 1 }],
  ['what is no JSON', MODELS, { content: 'PA==', contentType: 'text/html', encoded: 'base64' }, undefined],
  ['a member of that name', { pactSpecification: { version: '3.0.0' } }, { content: 1 }, { content: 1 }],
])('reads %s', (_what, metadata, body, expected) => {
  const pact = pactOf(metadata, body);
  expect(bodyIn(pact, pact.interactions[0]!, 'response')).toEqual(expected);
});
