import { adapted } from '../parsers';
import { hasValidBody, Plan, type PlanSource } from '../plan';
import { readingWith, type Subject } from '../subject';
import { Alone } from './alone';
import type { Cell, Chamber } from './chamber';
import { startCommand, subjectBehind } from './command';
import type { Entry } from './entry';
import { Guarded } from './guarded';
import { Here } from './here';
import type { ProgramSetup } from './messages';
import { startProcess } from './process';
import type { WarmWorkers } from './warm-workers';
import { startWorker } from './worker';

/** A parser that is at hand: it runs in this thread. */
export interface LoadedParser {
  readonly kind: 'loaded';
  /** A function, or a Standard Schema object. */
  readonly exported: unknown;
  /** What it is called in messages. */
  readonly reference?: string | undefined;
  readonly toWire?: ((value: unknown) => unknown) | undefined;
}

/** A parser that is loaded where it runs: in a worker thread, or in a process of its own. */
export interface ModuleParser {
  readonly kind: 'module';
  /** `file.ts#export`. */
  readonly reference: string;
  /** `file.ts#export` of what gives a parsed value back as the wire has it. */
  readonly toWire?: string | undefined;
  readonly cwd: string;
  readonly isolate: 'worker' | 'process';
  readonly entry: Entry;
  /** Threads that were started ahead. */
  readonly warm?: WarmWorkers | undefined;
}

/** A parser in any language, behind a program that answers a JSON line for a JSON line. */
export interface CommandParser {
  readonly kind: 'command';
  /** As a shell takes it. */
  readonly command: string;
  readonly cwd: string;
}

/** A parser under test, by the way in which it is reached. */
export type ParserUnderTest = LoadedParser | ModuleParser | CommandParser;

/** What chambers have to know beside the parser. */
export type ChamberSetup = Pick<ProgramSetup, 'facts' | 'plan' | 'limit' | 'memory' | 'decoration'> & {
  /** After how many deaths the parser is given up. */
  readonly mostDeaths?: number | undefined;
};

/**
 * What is loaded runs in so many isolates at a time, on however many processors: what was read before belongs to what is
 * examined, so that findings must not depend on the machine.
 */
export const SIDE_BY_SIDE = 2;

/**
 * How many batches wait: of whole ones few, so that a death costs little; of those that become questions to a program so
 * many that it has enough of them while some cases take many questions one after the other.
 */
const AHEAD = { batches: 3, questions: 24 } as const;

/** A parser that dies this often is better looked at before more of it is tried: each death costs a new isolate. */
const MOST_DEATHS = 300;

/** A parser that runs apart from this thread. */
type ApartParser = Exclude<ParserUnderTest, LoadedParser>;

/** How an isolate of a parser is started: in a process of its own where it is to have another time `zone`. */
function starterOf(parser: ApartParser, setup: ChamberSetup, zone?: string, isPrimed = true): () => Promise<Cell> {
  const { facts, plan, limit, memory, decoration } = setup;
  if (parser.kind === 'command') {
    const { command, cwd } = parser;
    return () => startCommand({ facts, plan, limit, command, cwd, isPrimed }, zone);
  }
  const { reference, toWire, cwd, isolate, entry, warm } = parser;
  const program: ProgramSetup = { facts, plan, limit, memory, parser: reference, toWire, cwd, decoration, isPrimed };
  const isWorker = isolate === 'worker' && zone === undefined;
  return isWorker
    ? () => startWorker(entry, program, isPrimed ? warm : undefined)
    : () => startProcess(entry, program, zone);
}

/** Opens the place in which a parser is run: in a process of its own where it is to have another time `zone`. */
export function openChamber(parser: ParserUnderTest, setup: ChamberSetup, zone?: string): Chamber {
  const { mostDeaths = MOST_DEATHS } = setup;
  if (parser.kind === 'loaded') return new Here(subjectOf(parser, setup), new Plan(setup.plan));
  const ahead = parser.kind === 'command' ? AHEAD.questions : AHEAD.batches;
  return new Guarded(starterOf(parser, setup, zone), { ahead, mostDeaths });
}

/** Opens isolates for one case each; `undefined` where the parser runs in this thread, and has seen all that it has seen. */
export const openAlone = (parser: ParserUnderTest, setup: ChamberSetup): Alone | undefined =>
  parser.kind === 'loaded'
    ? undefined
    : new Alone(starterOf(parser, { ...setup, plan: plainOnly(setup.plan) }, undefined, false));

/** The plan without what one case alone does not need: most of it would be sent to each isolate. */
const plainOnly = (plan: PlanSource): PlanSource => ({ ...plan, pool: plan.pool.filter(hasValidBody).slice(0, 1) });

/** Opens the places in which a parser is run side by side: a program that is asked is started once, whatever it needs. */
export function openChambers(parser: ParserUnderTest, setup: ChamberSetup): readonly Chamber[] {
  if (parser.kind !== 'module') return [openChamber(parser, setup)];
  const mostDeaths = Math.ceil((setup.mostDeaths ?? MOST_DEATHS) / SIDE_BY_SIDE);
  return Array.from({ length: SIDE_BY_SIDE }, () => openChamber(parser, { ...setup, mostDeaths }));
}

/** A parser that can be asked right here, again and again, and how to end what was started for that. */
export interface Asked {
  readonly subject: Subject;
  readonly close: () => Promise<void>;
}

/** Opens a parser for whoever examines it in this thread: a program is started once, and asked. */
export async function openSubject(parser: LoadedParser | CommandParser, setup: ChamberSetup): Promise<Asked> {
  if (parser.kind === 'loaded') return { subject: subjectOf(parser, setup), close: async () => undefined };
  const { command, cwd } = parser;
  return subjectBehind({ ...setup, command, cwd });
}

function subjectOf({ exported, reference = 'the parser', toWire }: LoadedParser, setup: ChamberSetup): Subject {
  const { facts, limit } = setup;
  const body = new Plan(setup.plan).plain?.body;
  const sample = body === undefined ? undefined : { body, model: facts.model };
  const { parse, refusals } = adapted(exported, { reference, rejectsWith: facts.rejectsWith, sample });
  const rejectsWith = [...refusals, ...facts.rejectsWith];
  return { ...facts, rejectsWith, read: readingWith(parse, limit), toWire };
}
