import type FastCheck from 'fast-check';
import source from '../../contracts/user-update-resp/contract';
import { type Contract, defineContract, type Model, successfulResponses } from '../../src/contract';

/** The contract that everything here is measured on. */
export const contract: Contract = defineContract(source);

/** The answer of an update: 26 members, 20 of them optional. */
export const model: Model = (successfulResponses(contract)[0] as { model: Model }).model;

/** The generator that an instance of fast-check hands to its arbitraries: no other has its methods. */
export function randomOf(fc: typeof FastCheck, seed: number): FastCheck.Random {
  let caught: FastCheck.Random | undefined;
  class Catching extends fc.Arbitrary<null> {
    override generate(random: FastCheck.Random): FastCheck.Value<null> {
      caught = random.clone();
      return new fc.Value<null>(null, undefined);
    }
    override canShrinkWithoutContext(_value: unknown): _value is null {
      return false;
    }
    override shrink(): FastCheck.Stream<FastCheck.Value<null>> {
      return fc.Stream.nil();
    }
  }
  fc.sample(new Catching(), { seed, numRuns: 1 });
  return caught as FastCheck.Random;
}
