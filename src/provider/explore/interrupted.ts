/** Whether somebody has interrupted: what is cut off by that is no finding. */
export const isInterrupted = ({ signal }: { readonly signal?: AbortSignal | undefined }): boolean =>
  signal?.aborted === true;
