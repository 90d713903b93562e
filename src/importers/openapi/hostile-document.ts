import { ContractError, unlessRefused } from '../../contract';

/** A document that keeps its reader busy on purpose: no part of it is read on, as one that is only wrong would be. */
export class HostileDocument extends ContractError {}

/**
 * What reading a part gives; where the part cannot be read, what stands in its place.
 * @throws HostileDocument and whatever else is no ContractError.
 */
export const unlessUnreadable = <T>(read: () => T, instead: (error: ContractError) => T): T =>
  unlessRefused(read, (error) => {
    if (error instanceof HostileDocument) throw error;
    return instead(error);
  });
