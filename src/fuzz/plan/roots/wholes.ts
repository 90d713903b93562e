import type { Case } from '../../../contract';
import { Random } from '../../../random';
import { printTextTree, readTextTree, type TextNode } from '../../text-tree';
import { broken, isJson, spoiledBy } from '../breaks';
import { ALL, BROKEN, DEPARTURES } from '../mix';
import { mutantId } from '../mutant-id';
import type { MutantMaker } from '../mutants';
import { type Planned, plainly } from '../planned';
import { hasValidBody } from '../valid-body';

/** Larger bodies cost the most, and say the least. */
const LARGEST = 4096;

/** What may stand around the tokens of a JSON text, and between them (RFC 8259, section 2). */
const BLANKS = ['', '', '', ' ', '\n', '\t', '\r\n  '];

const headOf = ({ status, headers }: Case): string => JSON.stringify([status, headers]);

/** A case whose body is JSON, behind the usual status and headers: with the same verdict however it is spelled. */
interface Whole {
  readonly testCase: Case;
  readonly tree: TextNode;
}

/** The cases that can be spelled otherwise. */
function wholesOf(pool: readonly Case[]): Whole[] {
  const plain = pool.find(hasValidBody);
  return pool.flatMap((testCase) => {
    const { body } = testCase;
    if (plain === undefined || body === undefined || body.length > LARGEST || headOf(testCase) !== headOf(plain))
      return [];
    const tree = readTextTree(body);
    return tree === undefined ? [] : [{ testCase, tree }];
  });
}

function spelled(node: TextNode, gap: string): string {
  if (node.kind === 'leaf') return node.text;
  if (node.kind === 'array') return `[${gap}${node.items.map((item) => spelled(item, gap)).join(`${gap},`)}${gap}]`;
  const members = node.members.map(({ quoted, value }) => `${quoted}${gap}:${gap}${spelled(value, gap)}`);
  return `{${gap}${members.join(`,${gap}`)}${gap}}`;
}

/** The text of a valid body, spoiled on its way; nothing where it stays JSON, as a number that is cut short. */
export function spoiledFrom(testCase: Case, text: string, id: string, random: Random): Planned | undefined {
  const spoiled = broken(text, random);
  if (isJson(spoiled.text)) return undefined;
  return plainly({ ...testCase, ...spoiledBy(spoiled.name), id, body: spoiled.text });
}

/**
 * Mutants of bodies that cannot be taken apart: each is one of the pool, spelled otherwise, or spoiled on its way.
 * `undefined` where there is no valid one.
 */
export function wholesMaker(pool: readonly Case[], seed: number): MutantMaker | undefined {
  const wholes = wholesOf(pool);
  const valid = wholes.filter(({ testCase }) => testCase.verdict === 'accept');
  const departures = wholes.filter(({ testCase }) => testCase.verdict !== 'accept');
  if (valid.length === 0) return undefined;
  return (count) => {
    const random = new Random(seed, count);
    const id = mutantId(count);
    const kind = random.below(ALL);
    const isDeparture = kind >= BROKEN && kind < BROKEN + DEPARTURES && departures.length > 0;
    const { testCase, tree } = random.pick(isDeparture ? departures : valid);
    const spoiled = kind < BROKEN ? spoiledFrom(testCase, printTextTree(tree), id, random) : undefined;
    const body = `${random.pick(BLANKS)}${spelled(tree, random.pick(BLANKS))}${random.pick(BLANKS)}`;
    return spoiled ?? plainly({ ...testCase, id, body, seed });
  };
}
