import type { Case } from '../../contract';
import { type Entry, type ModuleParser, openChamber, type ParserUnderTest } from '../chambers';
import type { Complaint } from '../complaint';
import { DEFAULT_LIMIT, type FuzzOptions } from '../options';
import { dependsOnZone, examineInOtherZone } from '../other-zone';
import { Plan, type PlanSource } from '../plan';
import { factsOf } from '../source';
import { LOUD_MISTAKES, type ProgramMistake, ZONE_MISTAKE, zoneHere } from './mistaken';
import { firstNoticed, type Noticed } from './noticed';

/** A mistake that concerns the program that it is made in. */
export interface ProgramPlanting {
  readonly id: string;
  readonly says: string;
  /** What was noticed of it; or, as a text, why it cannot be planted. */
  readonly look: () => Promise<Noticed | undefined | string>;
}

/** What is audited, and the program that plants mistakes. */
type AuditGround = FuzzOptions & { readonly mistakenEntry: Entry };

/** Where mistakes are planted: the parser, and the cases that it is shown. */
interface Ground {
  readonly options: AuditGround;
  readonly source: PlanSource;
}

const NO_PROGRAM = 'it is planted only where the parser runs in a worker or a process';

const isModule = (parser: ParserUnderTest): parser is ModuleParser => parser.kind === 'module';

/** The parser in the program that plants the mistake behind it. */
const mistakenIn = ({ parser, mistakenEntry }: AuditGround): ParserUnderTest =>
  isModule(parser) ? { ...parser, entry: mistakenEntry } : parser;

const setupFor = ({ options, source }: Ground, mistake: ProgramMistake) => ({
  facts: factsOf(options),
  decoration: mistake,
  plan: source,
  limit: options.limit ?? DEFAULT_LIMIT,
});

/** The second of the valid responses: the first one is shown before anything is examined. */
function numberOfSecondValid({ pool }: PlanSource): number | undefined {
  const numbers = pool.flatMap(({ verdict }, number) => (verdict === 'accept' ? [number] : []));
  return numbers[1];
}

async function loudly(ground: Ground, name: string): Promise<Noticed | undefined | string> {
  const parser = mistakenIn(ground.options);
  const number = numberOfSecondValid(ground.source);
  if (!isModule(parser)) return NO_PROGRAM;
  if (number === undefined) return 'there is no second valid response';
  const { id } = ground.source.pool[number] as Case;
  const chamber = openChamber(parser, setupFor(ground, { name, at: id }));
  try {
    return await firstNoticed(chamber, new Plan(ground.source), [number]);
  } finally {
    await chamber.close();
  }
}

/** Takes the first of the complaints, and counts no buckets. */
class FirstOnly {
  first: Noticed | undefined;

  async add(testCase: Case, complaints: readonly Complaint[]): Promise<void> {
    this.first ??= { testCase, complaints };
  }
}

async function elsewhere(ground: Ground): Promise<Noticed | undefined | string> {
  const parser = mistakenIn(ground.options);
  const setup = setupFor(ground, { name: ZONE_MISTAKE, at: zoneHere() });
  if (!isModule(parser)) return NO_PROGRAM;
  if (!dependsOnZone(parser, setup)) return 'there is no moment in a response that could depend on a time zone';
  const buckets = new FirstOnly();
  const isMine = (): boolean => buckets.first === undefined;
  await examineInOtherZone(parser, setup, { plan: new Plan(ground.source), buckets, isMine });
  return buckets.first;
}

/** The mistakes that concern the program that a parser runs in. */
export const programPlantings = (ground: Ground): ProgramPlanting[] => [
  ...LOUD_MISTAKES.map((name) => ({
    id: name,
    says: 'ends or blocks the program that it runs in',
    look: () => loudly(ground, name),
  })),
  { id: ZONE_MISTAKE, says: 'loses a member in another time zone', look: () => elsewhere(ground) },
];
