import type { Finding, Result, Run } from '../result';

/** How a terminal paints; each gives its text back where colours are off. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** A palette without colours. */
export const PLAIN: Palette = {
  bold: (text) => text,
  dim: (text) => text,
  red: (text) => text,
  green: (text) => text,
  yellow: (text) => text,
};

/** A line of a file of the project, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What a reporter may be told beside the run. */
export interface ReporterOptions {
  readonly palette?: Palette;
  /** Finds the line that a finding is about, in the file that it is shown at. */
  readonly locate?: (file: string, finding: Finding, result: Result) => Place;
  /** Leaves out all that passed. */
  readonly quiet?: boolean;
  /** The verdict and what was left out are told already. */
  readonly isHeaded?: boolean;
  /** The program's own version. */
  readonly version?: string;
  /** The file that the run itself was written to, as it was named. */
  readonly runFile?: string;
}

/** How a command names the run: the file that it was written to, or a word that stands for one. */
export const runReference = (runFile: string | undefined): string => runFile ?? 'RUN.json';

/** Text that belongs at the end of a file that the environment names. */
export interface Addition {
  readonly path: string;
  readonly text: string;
}

/** One form of a run. */
export interface Reporter {
  readonly name: string;
  /** Gives the whole report as text; the same run gives the same bytes. */
  readonly render: (run: Run, options?: ReporterOptions) => string;
  /** What to add to files of the CI system beside the report, wherever that itself goes. */
  readonly additions?: (run: Run, env: Readonly<Record<string, string | undefined>>) => readonly Addition[];
}
