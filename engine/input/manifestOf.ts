import { actionManifest, type Action, type ActionManifest } from '../../definitions/index.ts'

const manifests = new WeakMap<Action, ActionManifest>()

/** The manifest of an action, which is the same for every step, made once. */
export const manifestOf = (action: Action): ActionManifest => {
  const known = manifests.get(action)
  if (known) return known
  const manifest = actionManifest(action)
  manifests.set(action, manifest)
  return manifest
}
