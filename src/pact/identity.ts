/** Returns a name's letters and digits alone, in lower case: `page_size` and `pageSize` are one. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a member of this name tells one resource from another. */
export const isIdentity = (name: string): boolean => /^(?:id|uuid|guid|uid|key)$/.test(bare(name));
