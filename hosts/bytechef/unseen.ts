import type { SendSync } from '../../engine/index.ts'

/**
 * An account that shows nothing: every record is hidden, every list empty. With it, an event is
 * brought into its declared shape without a call, and what only the API knows is null.
 */
export const unseen: SendSync = ({ path }) =>
  path.endsWith('}')
    ? { status: 404, headers: {}, body: { success: false } }
    : { status: 200, headers: {}, body: { success: true, data: [] } }
