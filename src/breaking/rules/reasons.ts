/** Why a change that narrows what comes is compatible. */
export const NOTHING_NEW_COMES = 'All that comes now could come before.';

/** Why a change that widens what is taken is compatible. */
export const STILL_TAKEN = 'All that was sent before may still be sent.';
