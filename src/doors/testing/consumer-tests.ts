import { join } from 'node:path';
import { agreedInteractions, heldFindings, pactResults } from '../../app/consumer/read-interactions';
import { contractOf, type GivenContract } from '../../app/contract-of';
import { temporaryFolder } from '../../cleanup';
import type { Contract } from '../../contract';
import { type Interaction, type Recorded, record } from '../../pact';
import { type Result, resultOf, runOf } from '../../result';
import { failedAt, type Place, reportOf } from './failed-test';
import { type Refusals, refusalProblem } from './refusal';
import { DEFAULT_TEST_LIMIT, type Runner } from './runner';

/** How a consumer reads, and what it is held to. */
export interface ConsumerTestOptions extends Refusals {
  /**
   * Calls the service as an interaction has it, by the program's own client, and gives what the program holds of the
   * answer. Where the service refuses, it throws what the client throws.
   */
  readonly read: (interaction: Interaction, baseUrl: string) => unknown;
  /** Gives a value of the program's own types back as the wire has it. Dates, bigints and Maps need none. */
  readonly toWire?: ((value: never) => unknown) | undefined;
  /** The program gives defaults for what is absent. */
  readonly givesDefaults?: boolean | undefined;
  /** The folder of the pact files that must say the same; `pacts` where it is not given, none where it is `false`. */
  readonly pacts?: string | false | undefined;
  /** The project's folder, which `contracts/` and `pacts/` lie in; the process's own where it is not given. */
  readonly cwd?: string | undefined;
  /** How long one test may take, in milliseconds; two minutes where it is not given. */
  readonly testTimeout?: number | undefined;
}

/** What became of a call: a value, or what was thrown. */
type Outcome = { readonly value: unknown } | { readonly thrown: unknown };

const isRefused = ({ response }: Interaction): boolean => response.status >= 400;

/** The tests of one contract's consumer. */
class Consumer {
  private readonly folder = temporaryFolder('consumer');
  private readonly recorded: Recorded[] = [];

  constructor(
    private readonly contract: Contract,
    private readonly options: ConsumerTestOptions,
    private readonly place: Place,
  ) {}

  /** Runs one interaction. @throws Error with what is wrong with the request, or with how the answer was read. */
  async meet(interaction: Interaction): Promise<void> {
    const folder = join(this.folder.path, String(this.recorded.length));
    const recorded = { interaction, folder };
    this.recorded.push(recorded);
    const outcome = await record(interaction, folder, async (baseUrl): Promise<Outcome> => {
      try {
        return { value: await this.options.read(interaction, baseUrl) };
      } catch (thrown) {
        if (!isRefused(interaction)) throw thrown;
        return { thrown };
      }
    });
    this.judge(interaction, outcome);
  }

  private judge(interaction: Interaction, outcome: Outcome): void {
    const { status } = interaction.response;
    if ('thrown' in outcome) {
      const problem = refusalProblem(outcome.thrown, status, this.options);
      if (problem !== undefined) throw failedAt(this.place, problem);
    } else if (isRefused(interaction))
      throw failedAt(
        this.place,
        `the service refuses with ${status}, and \`read\` gives a value: have it throw what your client says no with`,
      );
    else this.hold(interaction, outcome.value);
  }

  private hold(interaction: Interaction, value: unknown): void {
    const findings = heldFindings(this.contract, interaction, value, this.options);
    if (findings.length === 0) return;
    const next = 'Where it holds them in a way of its own, say with `toWire` how the wire has them.';
    throw this.failed('the client does not hold what the service answers', [resultOf(interaction.id, findings)], next);
  }

  /** Compares what was recorded with the pact files. @throws Error with each difference. */
  compare(folder: string, cwd: string): void {
    const results = pactResults(this.contract, this.recorded, folder, cwd);
    if (results.length > 0) throw this.failed(`the pacts in ${folder}/ say something else`, results);
  }

  private failed(what: string, results: readonly Result[], next = ''): Error {
    const run = runOf({ command: 'consumer', contract: this.contract.name, seed: 1 }, results, 0);
    return failedAt(this.place, `${what}\n${reportOf(run, results)}${next === '' ? '' : `\n  ${next}`}`);
  }

  isComplete = (count: number): boolean => this.recorded.length === count;

  end(): void {
    this.folder.remove();
  }
}

/**
 * Declares a test for each interaction of a contract, which runs it through the consumer's own client on Pact's mock
 * server, and one that compares what Pact wrote with the pact files.
 * @throws ContractError where the contract is wrong; Failure (usage) where its `rows.json` is.
 */
export function consumerTests(runner: Runner, given: GivenContract, options: ConsumerTestOptions, place: Place): void {
  const { cwd = process.cwd(), pacts = 'pacts', testTimeout = DEFAULT_TEST_LIMIT } = options;
  const contract = contractOf(given);
  const interactions = agreedInteractions(contract, cwd);
  const consumer = new Consumer(contract, options, place);
  for (const interaction of interactions) runner.test(interaction.id, () => consumer.meet(interaction), testTimeout);
  if (pacts !== false)
    runner.test(
      `the interactions are those in ${pacts}/`,
      async (decline) => {
        if (consumer.isComplete(interactions.length)) consumer.compare(pacts, cwd);
        else decline('not all interactions were run, so that there is nothing whole to compare');
      },
      testTimeout,
    );
  runner.afterAll(() => consumer.end());
}
