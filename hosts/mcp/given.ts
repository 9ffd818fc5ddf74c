/** Some models send null or an empty text for what they leave out. */
export const isGiven = (argument: unknown): boolean => (argument ?? '') !== ''
