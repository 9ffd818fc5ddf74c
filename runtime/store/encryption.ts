import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from './errors.ts'
import { createFile } from './createFile.ts'

/** Encrypts what a finder of the file must not read: AES-256-GCM. */
export interface Cipher {
  /** `purpose` has to be the same when the text is opened: it ties a secret to its place. */
  encrypt(text: string, purpose: string): string
  /** Throws where the text was changed, or closed with another key. */
  decrypt(encrypted: string, purpose: string): string
}

const algorithm = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16

export const createCipher = (key: Buffer): Cipher => ({
  encrypt(text, purpose) {
    const iv = randomBytes(ivLength)
    const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(purpose))
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
  },
  decrypt(sealed, purpose) {
    const bytes = Buffer.from(sealed, 'base64')
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), {
      authTagLength: tagLength,
    })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
    const body = bytes.subarray(ivLength + tagLength)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  },
})

const keyLength = 32

/** The key from the environment, or else from the key file, which is made for a new store. */
export const readKey = async (
  folder: string,
  given: string | undefined,
  isNew: boolean,
): Promise<Buffer> => {
  if (given !== undefined) return checked(given, 'PIPEDRIVE_COMPONENT_KEY')
  const path = join(folder, 'key')
  if (isNew)
    await createFile(path, draft => {
      const fresh = randomBytes(keyLength).toString('base64')
      return writeFile(draft, `${fresh}\n`, { mode: 0o600, flag: 'wx', flush: true })
    })
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (Reflect.get(Object(error), 'code') !== 'ENOENT') throw error
    throw new StoreError(
      `The key that the connections were stored with is missing: there is no ${path}`,
      'Bring that file back, or give the key in PIPEDRIVE_COMPONENT_KEY. Nothing was changed.',
      error,
    )
  })
  return checked(text, path)
}

const checked = (text: string, source: string): Buffer => {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length === keyLength) return key
  throw new StoreError(
    `${source} does not hold a key of ${keyLength} bytes in base64`,
    'Give the key that the connections were stored with; a new one comes from `openssl rand -base64 32`.',
  )
}
