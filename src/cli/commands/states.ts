import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadContract } from '../../app/contract-reference';
import { writeWhole } from '../../app/files/write-whole';
import { statesSkeleton } from '../../app/states/skeleton';
import { WIRE_NAMES, type WireNames } from '../../contract';
import { Failure, oneLine } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand } from '../command';
import { EXIT_CODES } from '../exit-codes';
import { tellerOf } from '../warnings';

/** `pactcheck states`: writes the skeleton of state handlers, with the calls that the document offers. */
export const statesCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--out <file>', 'where the handlers are written; to stdout where it is not given')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, reference = '') => {
    const wireNames = options['wireNames'] as WireNames | undefined;
    const contract = await loadContract(reference, { cwd: context.cwd, wireNames, tell: tellerOf(context) });
    const skeleton = statesSkeleton(contract);
    const out = options['out'] as string | undefined;
    if (out === undefined) context.out(skeleton);
    else {
      const path = resolve(context.cwd, out);
      if (existsSync(path))
        throw new Failure('usage', `${out} is there already`, 'Name another file by --out, and take over what is new.');
      writeWhole(path, skeleton);
      context.out(`wrote ${oneLine(out)}\n`);
    }
    return EXIT_CODES.passed;
  },
};
