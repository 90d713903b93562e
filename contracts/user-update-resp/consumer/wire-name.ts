import type { WireNames } from 'pactcheck';

/** The name that a service of this naming writes for a documented one: `isGtcAccepted` is `is_gtc_accepted`. */
export const wireName = (name: string, wireNames: WireNames): string =>
  wireNames === 'snake_case' ? name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`) : name;
