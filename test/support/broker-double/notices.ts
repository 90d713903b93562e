import type { Selected } from './selection';

/**
 * lib/pact_broker/pacts/build_verifiable_pact_notices.rb and verifiable_pact_messages.rb: seen on 2.112.0. A notice
 * goes over several lines.
 */
export function noticesFor(
  { pact, why, isPending }: Selected,
  { url, branch, tells }: { url: string; branch: string | undefined; tells: boolean },
): object[] {
  const { provider, version } = pact;
  const versions = branch === undefined ? provider : `any version of ${provider} from branch '${branch}'`;
  const selected = `The pact at ${url} is being verified because the pact content belongs to the consumer version matching the following criterion:\n    * ${why} (${version})`;
  const before = (text: string): object => ({ when: 'before_verification', text });
  const after = (success: boolean, isPublished: boolean, text: string): object => ({
    when: `after_verification:success_${success}_published_${isPublished}`,
    text,
  });
  if (!tells) return [before(selected)];
  if (!isPending)
    return [
      before(selected),
      before(
        `This pact has previously been successfully verified by ${versions}. If this verification fails, it will fail the build. Read more at https://docs.pact.io/go/pending`,
      ),
    ];
  const still = `This pact is still in pending state for ${versions} as`;
  return [
    before(selected),
    before(
      `This pact is in pending state for this version of ${provider} because a successful verification result for ${provider} has not yet been published. If this verification fails, it will not cause the overall build to fail. Read more at https://docs.pact.io/go/pending`,
    ),
    after(true, false, `${still} the successful verification results have not yet been published.`),
    after(false, false, `${still} a successful verification result has not yet been published`),
    after(
      true,
      true,
      `This pact is no longer in pending state for ${versions}, as a successful verification result has been published. If a verification for a version of ${provider} fails in the future, it will fail the build. Read more at https://docs.pact.io/go/pending`,
    ),
    after(false, true, `${still} a successful verification result has not yet been published`),
  ];
}
