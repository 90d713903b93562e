import { execFileSync } from 'node:child_process';
import type fc from 'fast-check';
import { CONTENDERS, type Contender, type Drawing } from './contenders';
import { compiling } from './tasks/compiling';
import { memoryOf } from './tasks/memory';
import { pairsOf } from './tasks/pairs';
import { shrinkingOf } from './tasks/shrinking';
import { speedOf } from './tasks/speed';
import { validityOf } from './tasks/validity';

/** What was measured, by what it is called. */
export type Figures = Readonly<Record<string, number>>;

/** One measurement, of one contender, in a process of its own. */
export interface Case {
  readonly contender: string;
  readonly task: keyof typeof TASKS;
  /** Which of `values`, `texts`, `rejects` and `eithers`, or the name of a bug. */
  readonly about: string;
}

function drawingOf(contender: Contender, about: string): Drawing {
  const drawing = {
    values: contender.values,
    texts: contender.texts,
    rejects: contender.rejects,
    eithers: contender.eithers,
  }[about];
  if (drawing === undefined) throw new Error(`it draws no ${about}`);
  return drawing;
}

function arbitraryOf({ arbitraries }: Contender, about: string): fc.Arbitrary<unknown> {
  if (arbitraries === undefined) throw new Error('it is no arbitrary of this fast-check');
  return about === 'texts' ? arbitraries.texts : arbitraries.values;
}

const TASKS = {
  sample: (contender, about) => speedOf(drawingOf(contender, about), 'sample'),
  generate: (contender, about) => speedOf(drawingOf(contender, about), 'generate'),
  shrinking: (contender, bug) => shrinkingOf(arbitraryOf(contender, 'values'), bug),
  memory: (contender, about) => memoryOf(arbitraryOf(contender, about)),
  compiling: () => compiling(),
  validity: (contender, about) => validityOf(drawingOf(contender, about)),
  pairs: (contender, about) => pairsOf(drawingOf(contender, about)),
} as const satisfies Record<string, (contender: Contender, about: string) => Figures>;

/** Measures a case here. */
export async function measure({ contender, task, about }: Case): Promise<Figures> {
  // Compiling is measured in a process that has not compiled before.
  const made = task === 'compiling' ? {} : await (CONTENDERS[contender] as () => Contender | Promise<Contender>)();
  return TASKS[task](made, about);
}

/** Measures a case in a process of its own. */
export function measureApart(program: string, one: Case): Figures {
  const flags = ['--expose-gc', '--max-old-space-size=2048', '--require', require.resolve('esbuild-register')];
  const words = [...flags, program, '--case', JSON.stringify(one)];
  const printed = execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(printed.slice(printed.lastIndexOf('{'))) as Figures;
}
