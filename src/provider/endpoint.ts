import type { PactInteraction } from './pact-interaction';

/** A segment that stands for something: a number, or what is as long as an id and has digits. */
const FILLED = /^(?:\d+|(?=.*\d)[\w.-]{8,})$/;

/**
 * What the interactions of one endpoint share: `console PUT /v3/users/{} 200`. A finding that many of them have is
 * one to a reader, so this, and not the interaction, is in its fingerprint.
 */
export const endpointOf = ({ consumer, method, path, status }: PactInteraction): string =>
  [
    consumer,
    method,
    path
      .split('/')
      .map((segment) => (FILLED.test(segment) ? '{}' : segment))
      .join('/'),
    status,
  ].join(' ');
