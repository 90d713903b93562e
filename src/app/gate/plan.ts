import { type Config, type ContractConfig, entriesOf } from '../config';
import { loadContract } from '../contract-reference';
import { coverage } from '../coverage/coverage';
import { checkDocument } from '../import/import';
import { checkPactsOf } from '../pacts/pacts';
import { brokerParts } from './broker-parts';
import { diffPart } from './diff-part';
import { type Facts, filesOf, folderOf } from './facts';
import { fuzzParts } from './fuzz-parts';
import type { LeftOut, Part } from './part';
import { verifyPart } from './verify-part';

/** All that the configuration asks for, in the order of cost: what is quick to know is known first. */
export function planOf(config: Config, facts: Facts): (Part | LeftOut)[] {
  const entries = entriesOf(config);
  const contracts = entries.filter(({ contract }) => !facts.isUnreadable(contract));
  return [
    ...entries.filter((entry) => !contracts.includes(entry)).map((entry) => unreadablePart(entry, facts)),
    ...contracts.map((contract) => importPart(contract, facts)),
    ...(contracts.length === 0 ? [] : [pactsPart(config, contracts, facts)]),
    ...contracts.map((contract) => coveragePart(config, contract, facts)),
    ...contracts.map((contract) => diffPart(config, contract, facts)),
    ...contracts.map((contract) => verifyPart(config, contract, facts)),
    ...contracts.flatMap((contract) => fuzzParts(config, contract, facts)),
    ...brokerParts(config, contracts, facts),
  ];
}

/** One part that says why, instead of each part that needs the contract. */
const unreadablePart = (entry: ContractConfig, facts: Facts): Part => ({
  name: `contract ${entry.contract}`,
  words: ['contract', entry.contract],
  dependsOn: filesOf(entry, facts),
  perform: async ({ cwd }) => {
    await loadContract(entry.contract, { cwd });
    return {};
  },
});

function importPart(entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `import ${entry.contract}`;
  const { document: reference } = entry;
  if (reference === undefined) return { name, reason: 'the configuration names no document' };
  const out = folderOf(entry);
  return {
    name,
    words: ['import', reference, '--check', '--out', out],
    dependsOn: [...filesOf(entry, facts), reference.split('#')[0] as string],
    advice: `Import it again by \`pactcheck import ${reference} --out ${out}\`, or correct the document.`,
    perform: async ({ cwd, env }) => ({ run: await checkDocument({ cwd, env, reference, out }) }),
  };
}

function pactsPart(config: Config, entries: readonly ContractConfig[], facts: Facts): Part {
  const { pacts = 'pacts' } = config;
  const contracts = entries.map(({ contract }) => contract);
  return {
    name: 'pacts',
    words: ['pacts', ...contracts, '--check', '--pacts', pacts],
    dependsOn: [pacts, ...entries.flatMap((entry) => filesOf(entry, facts))],
    perform: async ({ cwd }) => ({ run: await checkPactsOf({ contracts, pacts, cwd }) }),
  };
}

/** Combinations of the classes of two sites: what a threshold of pairs is of. */
const STRENGTH = 2;

function coveragePart(config: Config, entry: ContractConfig, facts: Facts): Part | LeftOut {
  const name = `coverage ${entry.contract}`;
  const { pacts = 'pacts', thresholds: failUnder = {} } = config;
  const limits = Object.entries(failUnder).filter(([, percent]) => percent !== undefined);
  if (limits.length === 0) return { name, reason: 'the configuration sets no thresholds' };
  const { contract } = entry;
  const limit = limits.map(([figure, percent]) => `${figure}=${percent}`).join(',');
  return {
    name,
    words: ['coverage', contract, '--pacts', pacts, '--fail-under', limit],
    dependsOn: [pacts, ...filesOf(entry, facts)],
    advice: `See what is missing by \`pactcheck coverage ${contract}\`, and write the pacts anew by \`pactcheck pacts\`.`,
    perform: async ({ cwd }) => coverage({ contract, pacts, failUnder, strength: STRENGTH, cwd }),
  };
}
