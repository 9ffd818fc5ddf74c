/** In order; the number of those that a file has seen is its `user_version`. Never edit one. */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE connections (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      account TEXT NOT NULL,
      apiDomain TEXT NOT NULL,
      clientId TEXT NOT NULL,
      redirectUri TEXT NOT NULL,
      server TEXT,
      scopes TEXT NOT NULL,
      secrets TEXT NOT NULL,
      expiresAt INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('ready', 'reconnect')),
      version INTEGER NOT NULL,
      refreshingUntil INTEGER,
      createdAt INTEGER NOT NULL
    )`,
    `CREATE TABLE usage (
      connectionId TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
      day TEXT NOT NULL,
      calls INTEGER NOT NULL,
      tokens INTEGER NOT NULL,
      PRIMARY KEY (connectionId, day)
    )`,
    `CREATE TABLE keyCheck (sealed TEXT NOT NULL)`,
  ],
]
