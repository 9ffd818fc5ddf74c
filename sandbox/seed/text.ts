/**
 * The same text in one piece. Joined and sliced texts hold on to their parts, which in an account
 * of half a million records comes to a hundred megabytes.
 */
export const flat = (text: string) => Buffer.from(text).toString()
