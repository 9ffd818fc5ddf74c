import { eq } from 'drizzle-orm'
import type { Store } from './open.ts'
import { settings } from './schema.ts'

const purpose = (name: string) => `setting ${name}`

/** What was set under this name; undefined where nothing was, or where it is damaged. */
export const settingNamed = (store: Store, name: string): Promise<unknown> =>
  store.run(async () => {
    const row = await store.db.select().from(settings).where(eq(settings.name, name)).get()
    if (!row) return undefined
    try {
      const value: unknown = JSON.parse(store.cipher.decrypt(row.sealed, purpose(name)))
      return value
    } catch {
      return undefined
    }
  })

export const keepSetting = (store: Store, name: string, value: unknown): Promise<void> =>
  store.run(async () => {
    const set = { sealed: store.cipher.encrypt(JSON.stringify(value), purpose(name)) }
    await store.db
      .insert(settings)
      .values({ name, ...set })
      .onConflictDoUpdate({ target: settings.name, set })
  })
