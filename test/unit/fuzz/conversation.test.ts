import { Conversation } from '../../../src/fuzz/chambers/conversation';

describe('a conversation', () => {
  it('ends of a program that prints without end, and never ends a line', async () => {
    let kills = 0;
    const kill = (): void => {
      kills += 1;
    };
    const conversation = new Conversation({ write: () => undefined, kill, spent: () => undefined }, 60_000);
    const answer = conversation.ask({
      id: 'one',
      verdict: 'accept',
      status: 200,
      headers: {},
      body: '{}',
      classes: {},
      seed: 1,
    });
    for (let turn = 0; turn < 33; turn += 1) conversation.hear('x'.repeat(1_000_000));
    await expect(answer).rejects.toMatchObject({
      rule: 'protocol-broken',
      message: 'it has printed more than 32 MB without the end of a line',
    });
    expect(kills).toBe(1);
  });
});
