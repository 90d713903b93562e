import { InvalidArgumentError } from 'commander';
import { FIGURES, type Thresholds } from '../../app/coverage/thresholds';

/** Reads `classes=90,pairs=100`, for commander's options. */
export function thresholds(text: string): Thresholds {
  const parts = text.split(',').map((part) => {
    const [name = '', percent = ''] = part.trim().split('=');
    const isKnown = FIGURES.some((figure) => figure === name);
    if (isKnown && /^\d+(?:\.\d+)?$/.test(percent) && Number(percent) <= 100) return [name, Number(percent)] as const;
    throw new InvalidArgumentError(`It must be like classes=90,pairs=100: percents of ${FIGURES.join(', ')}.`);
  });
  return Object.fromEntries(parts);
}
