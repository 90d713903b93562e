import type { Case } from '../contract';
import { Failure, shorten } from '../result';
import type { Examination } from './examiner';

/** After so many valid responses it is known whether a parser works at all. */
const WATCHED = 20;

/** Notices a parser that refuses nearly everything: that is one thing to put right, not a thousand findings. */
export class Health {
  private seen = 0;
  private refused = 0;
  private firstError = '';

  /** @throws Failure (environment) where the parser refuses valid responses wholesale. */
  add(testCase: Case, complaints: Examination): void {
    if (testCase.verdict !== 'accept' || this.seen >= WATCHED) return;
    const refusal = complaints.find(({ rule }) => rule === 'refuses-valid');
    this.seen += 1;
    if (refusal !== undefined) this.refused += 1;
    if (this.firstError === '' && refusal !== undefined) this.firstError = refusal.actual;
    if (this.seen === WATCHED && this.refused > WATCHED * 0.9) throw this.failure();
  }

  private failure(): Failure {
    return new Failure(
      'environment',
      `the parser refuses ${this.refused} of the first ${WATCHED} valid responses, the first with ${shorten(this.firstError)}`,
      'See that it takes the body as a text, that it is the right export, and that its names are those on the wire (--wire-names).',
    );
  }
}
