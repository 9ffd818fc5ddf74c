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
  [
    `CREATE TABLE workflows (
      id TEXT PRIMARY KEY,
      definition TEXT NOT NULL,
      connectionId TEXT REFERENCES connections (id) ON DELETE SET NULL,
      samples TEXT NOT NULL,
      version INTEGER NOT NULL,
      updatedAt INTEGER NOT NULL
    )`,
    `CREATE TABLE subscriptions (
      id TEXT PRIMARY KEY,
      workflow TEXT NOT NULL,
      "trigger" TEXT NOT NULL,
      connectionId TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
      path TEXT NOT NULL UNIQUE,
      url TEXT,
      kept TEXT,
      UNIQUE (workflow, "trigger", connectionId)
    )`,
    `CREATE TABLE runs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      workflow TEXT NOT NULL,
      subscriptionId TEXT REFERENCES subscriptions (id) ON DELETE SET NULL,
      eventId TEXT,
      event TEXT NOT NULL,
      state TEXT NOT NULL
        CHECK (state IN ('waiting', 'running', 'done', 'failed', 'parked', 'dead')),
      attempts INTEGER NOT NULL,
      dueAt INTEGER NOT NULL,
      receivedAt INTEGER NOT NULL,
      endedAt INTEGER,
      tokens INTEGER NOT NULL,
      error TEXT,
      UNIQUE (subscriptionId, eventId)
    )`,
    `CREATE INDEX runsDue ON runs (state, dueAt)`,
    `CREATE INDEX runsOfWorkflow ON runs (workflow, id)`,
    `CREATE TABLE steps (
      runId INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      operation TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'parked')),
      input TEXT,
      output TEXT,
      warnings TEXT NOT NULL,
      error TEXT,
      requests TEXT NOT NULL,
      writes TEXT NOT NULL,
      tokens INTEGER NOT NULL,
      ms INTEGER NOT NULL,
      PRIMARY KEY (runId, position)
    )`,
  ],
  [`ALTER TABLE workflows ADD COLUMN live TEXT`],
  // The cost of a request was called tokens.
  [`UPDATE steps SET requests = replace(requests, '"tokens":', '"tokenCost":')`],
  // What ran, each attempt at it, and how long they took.
  [
    `CREATE TABLE versions (
      workflow TEXT NOT NULL,
      version INTEGER NOT NULL,
      definition TEXT NOT NULL,
      PRIMARY KEY (workflow, version)
    )`,
    `CREATE TABLE attempts (
      runId INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      version INTEGER,
      startedAt INTEGER NOT NULL,
      endedAt INTEGER NOT NULL,
      state TEXT NOT NULL,
      error TEXT,
      PRIMARY KEY (runId, number)
    )`,
    `ALTER TABLE runs ADD COLUMN version INTEGER`,
    `ALTER TABLE runs ADD COLUMN startedAt INTEGER`,
    `ALTER TABLE runs ADD COLUMN ms INTEGER NOT NULL DEFAULT 0`,
  ],
  [
    `ALTER TABLE connections ADD COLUMN identity TEXT`,
    `ALTER TABLE runs ADD COLUMN record TEXT`,
    `CREATE INDEX runsOfRecord ON runs (subscriptionId, record)`,
  ],
  // Which account an event or a sample comes from.
  [
    `ALTER TABLE runs ADD COLUMN connectionId TEXT`,
    `ALTER TABLE workflows ADD COLUMN sampleConnections TEXT NOT NULL DEFAULT '{}'`,
    `UPDATE runs SET connectionId =
      (SELECT connectionId FROM subscriptions WHERE subscriptions.id = runs.subscriptionId)`,
  ],
  // Settings of the workbench, and the plan that an account's daily budget comes from.
  [
    `CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      sealed TEXT NOT NULL
    )`,
    `ALTER TABLE connections ADD COLUMN "plan" TEXT`,
    `ALTER TABLE connections ADD COLUMN seats INTEGER`,
  ],
  // Which run has caused which.
  [
    `ALTER TABLE runs ADD COLUMN causedBy INTEGER`,
    `CREATE TABLE changes (
      runId INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      record TEXT NOT NULL,
      changedAt INTEGER,
      correlationId TEXT,
      changed TEXT,
      keptAt INTEGER NOT NULL
    )`,
    `CREATE INDEX changesOfRecord ON changes (record, keptAt)`,
    `CREATE INDEX changesOfRun ON changes (runId)`,
  ],
  // When events happened, whatever becomes of their text; and what is done takes little space.
  [
    `ALTER TABLE runs ADD COLUMN occurredAt INTEGER`,
    `ALTER TABLE runs ADD COLUMN pausedAt INTEGER`,
    `UPDATE runs SET occurredAt = round((julianday(CASE WHEN json_valid(event)
      THEN json_extract(event, '$.occurredAt') END) - 2440587.5) * 86400000)
      WHERE eventId IS NOT NULL`,
    `CREATE TABLE events (
      runId INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
      event TEXT NOT NULL
    )`,
    `CREATE TABLE journals (
      runId INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
      packed BLOB NOT NULL
    )`,
  ],
  // Runs by hand of a part of a workflow.
  [`ALTER TABLE runs ADD COLUMN lastTask TEXT`, `ALTER TABLE steps ADD COLUMN origin TEXT`],
  // Answers of the API that all processes use.
  [
    `CREATE TABLE answers (
      connectionId TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
      request TEXT NOT NULL,
      response TEXT NOT NULL,
      answeredAt INTEGER NOT NULL,
      PRIMARY KEY (connectionId, request)
    )`,
  ],
]
