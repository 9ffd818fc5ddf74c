const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const length = 32

/**
 * A name or a password that deliveries carry. The engine has no `crypto`; a webhook’s own address,
 * which the platform makes, can’t be guessed either.
 */
export const newCredential = (random: () => number = Math.random): string =>
  Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
