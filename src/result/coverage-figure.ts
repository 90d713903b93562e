/** Something that was covered, of all that there is. */
export interface CoverageFigure {
  readonly covered: number;
  readonly feasible: number;
}
