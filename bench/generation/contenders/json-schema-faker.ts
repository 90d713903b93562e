import { pathToFileURL } from 'node:url';
import source from '../../../contracts/user-update-resp/contract';
import { refine } from '../../../src/contract/refine';
import { peerFile } from '../peer-packages';
import { type Contender, calling } from './contender';

interface Faker {
  createGeneratorSync(options: { seed: number }): { generate(schema: unknown): unknown };
}

/** json-schema-faker, with the contract's own models. */
export async function jsonSchemaFaker(): Promise<Contender> {
  const { href } = pathToFileURL(peerFile('json-schema-faker/dist/index.js'));
  const { createGeneratorSync } = (await import(href)) as Faker;
  const generator = createGeneratorSync({ seed: 1 });
  const schema = { $ref: '#/$defs/UserUpdateResp', $defs: refine(source.models, source.refinements) };
  const next = (): unknown => generator.generate(schema);
  return { values: calling(next), texts: calling(() => JSON.stringify(next())) };
}
