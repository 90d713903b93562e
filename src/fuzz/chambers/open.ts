import { adapted } from '../parsers';
import { Plan } from '../plan';
import { readingWith } from '../subject';
import type { Chamber } from './chamber';
import { startCommand } from './command';
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

export type ParserUnderTest = LoadedParser | ModuleParser | CommandParser;

/** What chambers have to know beside the parser. */
export type ChamberSetup = Pick<ProgramSetup, 'facts' | 'plan' | 'limit'>;

/** Opens the place in which a parser is run: in a process of its own where it is to have another time `zone`. */
export function openChamber(parser: ParserUnderTest, setup: ChamberSetup, zone?: string): Chamber {
  if (parser.kind === 'loaded') return openHere(parser, setup);
  if (parser.kind === 'command') {
    const { command, cwd } = parser;
    return new Guarded(() => startCommand({ ...setup, command, cwd }, zone));
  }
  const program: ProgramSetup = { ...setup, parser: parser.reference, toWire: parser.toWire, cwd: parser.cwd };
  if (parser.isolate === 'worker' && zone === undefined) return new Guarded(() => startWorker(parser.entry, program));
  return new Guarded(() => startProcess(parser.entry, program, zone));
}

function openHere({ exported, reference, toWire }: LoadedParser, { facts, plan, limit }: ChamberSetup): Chamber {
  const { parse, refusals } = adapted(exported, reference ?? 'the parser');
  const rejectsWith = [...refusals, ...facts.rejectsWith];
  const subject = { ...facts, rejectsWith, read: readingWith(parse, limit), toWire };
  return new Here(subject, new Plan(plan));
}
