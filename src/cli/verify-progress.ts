import type { VerifyProviderOptions } from '../app/verify/verify-provider-options';
import type { Progress } from './progress';

/** Counts the interactions of a verification for a person who waits. */
export function counting(progress: Progress): NonNullable<VerifyProviderOptions['onResult']> {
  let [done, failed] = [0, 0];
  return ({ status }, total) => {
    done += 1;
    failed += status === 'failed' ? 1 : 0;
    progress.tell(() => `${done} of ${total} interactions, ${failed} failed`);
  };
}
