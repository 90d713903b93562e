import { type End, endOf } from '../../result';
import { failureOf } from '../failure-of';
import { type Done, isLeftOut, type Part, type PartResult, type Surroundings } from './part';

const endOfDone = ({ run, isEnough, failure }: Done): End =>
  failure?.kind ?? (run === undefined || isEnough === true ? 'passed' : endOf(run));

/** Does a part; what it throws is why it could not be done. */
export async function performPart(part: Part, around: Surroundings): Promise<PartResult> {
  try {
    const done = await part.perform(around);
    if (isLeftOut(done)) return done;
    const { run, told = [], failure } = done;
    return { part, outcome: { end: endOfDone(done), run, told, failure } };
  } catch (error) {
    const failure = failureOf(error);
    return { part, outcome: { end: failure.kind, run: undefined, told: [], failure } };
  }
}
