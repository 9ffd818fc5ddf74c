import { randomBytes } from 'node:crypto'

/** A password for a webhook; letters and digits only. */
export const createSecret = (): string => randomBytes(24).toString('hex')
