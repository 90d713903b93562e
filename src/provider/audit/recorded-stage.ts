import { isJsonObject } from '../../contract';
import { objectIn } from '../body';
import type { ReceivedResponse, SentRequest } from '../exchange';
import { type Listening, listen } from '../proxy';
import { hidingLocation } from '../replay/location';
import { numberIn } from '../replay/numbered';

const json = (status: number): ReceivedResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{}'),
});

/** Answers the interactions of a chunk by what was recorded for each, instead of a live service. It must be closed. */
export class RecordedStage {
  private readonly servers: Listening[] = [];
  private current = 0;

  constructor(private readonly answers: readonly ReceivedResponse[]) {}

  /** Starts both servers. */
  async open(): Promise<{ readonly url: string; readonly statesUrl: string }> {
    const proxy = await listen(async () => hidingLocation(this.answers[this.current] ?? json(503)));
    this.servers.push(proxy);
    const states = await listen(async (request) => this.note(request));
    this.servers.push(states);
    return { url: proxy.url, statesUrl: states.url };
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
  }

  private note({ body }: SentRequest): ReceivedResponse {
    const asked = objectIn(body);
    if (asked !== undefined && isJsonObject(asked) && asked['action'] === 'setup')
      this.current = numberIn(String(asked['state'])) ?? 0;
    return json(200);
  }
}
