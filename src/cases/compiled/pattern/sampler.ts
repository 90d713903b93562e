import { regexOf } from '../../texts';
import { lengthsBetween } from '../lengths';
import { CANDIDATES, fillPool } from '../pools';
import type { Source } from '../source';
import { type Part, parsePattern } from './parse';
import { setPools } from './set';

/** Draws texts that match a pattern, or would but for what `isExact` denies. */
export interface Sampler {
  readonly sample: (source: Source) => string;
  /** Whether no text ever needs an escape in JSON. */
  readonly isPlain: boolean;
  /** Whether every text matches and has a length within the limits; of look-around and the like, texts must be tried. */
  readonly isExact: boolean;
  /** About how many texts there are: options are drawn by it. */
  readonly size: number;
}

/** The lengths that the schema wants, in code points. */
export interface LengthLimits {
  readonly minLength: number;
  readonly maxLength: number;
}

/** No limits of length. */
export const NO_LIMITS: LengthLimits = { minLength: 0, maxLength: Infinity };

const MOST_COUNTED = 1_000;
const NOTHING: Sampler = { sample: () => '', isPlain: true, isExact: true, size: 1 };
const TRIED: Sampler = { ...NOTHING, isExact: false };

/** Compiles the parts of one pattern. */
class PatternCompiler {
  constructor(
    private readonly flags: string,
    private readonly limits: LengthLimits,
  ) {}

  /** A whole pattern: what stands around a match that is not anchored is drawn too, now and then. */
  whole(options: readonly (readonly Part[])[]): Sampler {
    return oneOf(
      options.map((parts) => {
        const single = this.singleRun(parts);
        if (single !== undefined) return single;
        const [opens, closes] = [parts[0]?.kind === 'start', parts.at(-1)?.kind === 'end'];
        const inside = parts.slice(opens ? 1 : 0, closes ? -1 : undefined).map((part) => this.part(part));
        const drawn = inOrder([...(opens ? [] : [around()]), ...inside, ...(closes ? [] : [around()])]);
        return { ...drawn, isExact: drawn.isExact && this.limits === NO_LIMITS };
      }),
    );
  }

  /** `^[...]{2,9}$`: the limits of length go straight into the count. */
  private singleRun(parts: readonly Part[]): Sampler | undefined {
    const [start, run, end] = parts;
    if (parts.length !== 3 || start?.kind !== 'start' || end?.kind !== 'end') return undefined;
    if (run?.kind !== 'repeat' || run.part.kind !== 'set') return undefined;
    const [min, max] = [Math.max(run.min, this.limits.minLength), Math.min(run.max, this.limits.maxLength)];
    return min > max ? undefined : this.part({ ...run, min, max });
  }

  private part(part: Part): Sampler {
    if (part.kind === 'literal') return { ...NOTHING, sample: () => part.text, isPlain: isPlain(part.text) };
    if (part.kind === 'set') return this.run(part.source, 1, 1);
    if (part.kind === 'choice') return oneOf(part.options.map((parts) => inOrder(parts.map((one) => this.part(one)))));
    if (part.kind !== 'repeat') return TRIED;
    if (part.part.kind === 'set') return this.run(part.part.source, part.min, part.max);
    return this.repeat(this.part(part.part), part.min, part.max);
  }

  private counts(min: number, max: number): (source: Source) => number {
    const { maxLength } = this.limits;
    return lengthsBetween(min, Math.max(min, Math.min(max, maxLength)), 32);
  }

  private run(set: string, min: number, max: number): Sampler {
    const { usual, unusual, size } = setPools(set, this.flags);
    const count = this.counts(min, max);
    const isOne = min === 1 && max === 1;
    return {
      sample: (source) => {
        const pool = unusual !== undefined && (source.bits() & 15) === 0 ? unusual : usual;
        return pool.cut(source, isOne ? 1 : count(source));
      },
      isPlain: usual.isPlain && (unusual?.isPlain ?? true),
      isExact: true,
      size: isOne ? size : MOST_COUNTED,
    };
  }

  private repeat(inner: Sampler, min: number, max: number): Sampler {
    const count = this.counts(min, max);
    const { sample } = inner;
    return {
      ...inner,
      sample: (source) => {
        let text = '';
        for (let left = count(source); left > 0; left -= 1) text += sample(source);
        return text;
      },
      size: max === 1 ? inner.size + 1 : MOST_COUNTED,
    };
  }
}

const isPlain = (text: string): boolean => JSON.stringify(text).length === text.length + 2;

/** Text that may stand beside a match. */
function around(): Sampler {
  const pool = fillPool(CANDIDATES.ascii.filter((point) => /[ -~]/.test(point) && isPlain(point)));
  return { ...NOTHING, sample: (source) => ((source.bits() & 3) === 0 ? pool.cut(source, source.below(6)) : '') };
}

function inOrder(samplers: readonly Sampler[]): Sampler {
  const samples = samplers.map(({ sample }) => sample);
  const first = samples[0];
  return {
    sample:
      samples.length === 1 && first !== undefined
        ? first
        : (source) => {
            let text = '';
            for (const sample of samples) text += sample(source);
            return text;
          },
    isPlain: samplers.every((sampler) => sampler.isPlain),
    isExact: samplers.every((sampler) => sampler.isExact),
    size: samplers.reduce((product, { size }) => Math.min(product * size, MOST_COUNTED), 1),
  };
}

/** Options by how many texts they have, so that no single text is drawn half of the time. */
function oneOf(samplers: readonly Sampler[]): Sampler {
  if (samplers.length === 1) return samplers[0] as Sampler;
  const bySize = samplers.flatMap(({ sample, size }) => Array.from({ length: Math.min(size, 64) }, () => sample));
  return {
    sample: (source) => (bySize[source.below(bySize.length)] as Sampler['sample'])(source),
    isPlain: samplers.every((sampler) => sampler.isPlain),
    isExact: samplers.every((sampler) => sampler.isExact),
    size: Math.min(
      samplers.reduce((sum, { size }) => sum + size, 0),
      MOST_COUNTED,
    ),
  };
}

/**
 * Compiles a pattern to something that draws texts of it. A document's pattern is data: it becomes closures.
 * @throws PatternProblem where it has a part that texts cannot be drawn for.
 */
export function patternSampler(pattern: string, limits: LengthLimits): Sampler {
  const { flags } = regexOf(pattern);
  return new PatternCompiler(flags, limits).whole(parsePattern(pattern, flags));
}
