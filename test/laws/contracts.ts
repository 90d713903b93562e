import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, type ContractSource, defineContract, WIRE_NAMES } from '../../src/contract';

const FOLDER = join(__dirname, '../../contracts');

/** Every contract of the contracts folder, in every naming. */
export const allContracts: readonly (readonly [name: string, contract: Contract])[] = readdirSync(FOLDER)
  .sort()
  .flatMap((name) => {
    const { default: source } = require(join(FOLDER, name, 'contract')) as { default: ContractSource };
    return WIRE_NAMES.map((wireNames) => [`${name}, ${wireNames}`, defineContract(source, { wireNames })] as const);
  });
