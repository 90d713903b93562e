/** The middle of some numbers; between the two in the middle where their count is even. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** Processor time of this process since `from`, in nanoseconds: other processes of a busy machine do not count. */
export function processorTime(from?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) * 1_000;
}

/** What a step costs once it is warm: the median over batches, in nanoseconds of processor time. */
export function costOf(step: () => void, { warmUp = 7e8, batch = 2e8, batches = 5 } = {}): number {
  const during = (least: number): number => {
    const from = process.cpuUsage();
    let [count, spent] = [0, 0];
    for (let size = 1; spent < least; size = Math.min(size * 2, 256)) {
      for (let left = size; left > 0; left -= 1) step();
      count += size;
      spent = processorTime(from);
    }
    return spent / count;
  };
  during(warmUp);
  return median(Array.from({ length: batches }, () => during(batch)));
}
