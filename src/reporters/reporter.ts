import type { Run } from '../result';

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

/** What a reporter may be told beside the run. */
export interface ReporterOptions {
  readonly palette?: Palette;
  /** Leaves out all that passed. */
  readonly quiet?: boolean;
}

/** One form of a run. */
export interface Reporter {
  readonly name: string;
  /** Gives the whole report as text; the same run gives the same bytes. */
  readonly render: (run: Run, options?: ReporterOptions) => string;
}
