import { Spares } from '../../../src/fuzz/chambers/spares';

/** Isolates that are counted as they start and end. */
function counted() {
  const counts = { started: 0, ended: 0 };
  const spares = new Spares(async () => {
    counts.started += 1;
    return {
      end: async () => {
        counts.ended += 1;
      },
    };
  });
  return { counts, spares };
}

describe('spare isolates', () => {
  it('are not started for a parser that lives', async () => {
    const { counts, spares } = counted();
    await spares.take();
    await spares.close();
    expect(counts).toEqual({ started: 1, ended: 0 });
  });

  it('are one ahead from the first death on, and end with the run', async () => {
    const { counts, spares } = counted();
    await spares.take();
    await spares.take();
    expect(counts.started).toBe(3);
    await spares.take();
    expect(counts.started).toBe(4);
    await spares.close();
    expect(counts).toEqual({ started: 4, ended: 1 });
    await spares.take();
    expect(counts.started).toBe(5);
  });
});
