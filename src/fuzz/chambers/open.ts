import { adapted } from '../parsers';
import { Plan } from '../plan';
import { readingWith, type Subject } from '../subject';
import type { Chamber } from './chamber';
import { startCommand, subjectBehind } from './command';
import type { Entry } from './entry';
import { Guarded } from './guarded';
import { Here } from './here';
import type { ProgramSetup } from './messages';
import { startProcess } from './process';
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
const SIDE_BY_SIDE = 2;

/**
 * How many batches wait: of whole ones few, so that a death costs little; of those that become questions to a program so
 * many that it has enough of them while some cases take many questions one after the other.
 */
const AHEAD = { batches: 3, questions: 24 } as const;

/** A parser that dies this often is better looked at before more of it is tried: each death costs a new isolate. */
const MOST_DEATHS = 300;

/** Opens the place in which a parser is run: in a process of its own where it is to have another time `zone`. */
export function openChamber(parser: ParserUnderTest, setup: ChamberSetup, zone?: string): Chamber {
  const { facts, plan, limit, memory, decoration, mostDeaths = MOST_DEATHS } = setup;
  if (parser.kind === 'loaded') return new Here(subjectOf(parser, setup), new Plan(setup.plan));
  if (parser.kind === 'command') {
    const { command, cwd } = parser;
    const start = () => startCommand({ facts, plan, limit, command, cwd }, zone);
    return new Guarded(start, { ahead: AHEAD.questions, mostDeaths });
  }
  const { reference, toWire, cwd, isolate, entry } = parser;
  const program: ProgramSetup = { facts, plan, limit, memory, parser: reference, toWire, cwd, decoration };
  const isWorker = isolate === 'worker' && zone === undefined;
  const start = isWorker ? () => startWorker(entry, program) : () => startProcess(entry, program, zone);
  return new Guarded(start, { ahead: AHEAD.batches, mostDeaths });
}

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

function subjectOf({ exported, reference, toWire }: LoadedParser, { facts, limit }: ChamberSetup): Subject {
  const { parse, refusals } = adapted(exported, reference ?? 'the parser');
  const rejectsWith = [...refusals, ...facts.rejectsWith];
  return { ...facts, rejectsWith, read: readingWith(parse, limit), toWire };
}
