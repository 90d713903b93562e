import { compiled } from './compiled';
import type { Contender } from './contender';
import { effect } from './effect';
import { handWritten } from './hand-written';
import { jsonSchemaFaker } from './json-schema-faker';
import { record } from './record';
import { zodFastCheck } from './zod';

export type { Contender, Drawing } from './contender';
export { sizeOf } from './contender';

/** What all others are compared with. */
export const BASELINE = 'fc.record';
/** What is held to the figures. */
export const OURS = 'pactcheck';

/** All that take part, by name. */
export const CONTENDERS: Readonly<Record<string, () => Contender | Promise<Contender>>> = {
  [BASELINE]: record,
  [OURS]: compiled,
  'hand-written': handWritten,
  'zod-fast-check': zodFastCheck,
  effect,
  'json-schema-faker': jsonSchemaFaker,
};

/** Those that must be installed first. */
export const PEERS: readonly string[] = ['zod-fast-check', 'effect', 'json-schema-faker'];
