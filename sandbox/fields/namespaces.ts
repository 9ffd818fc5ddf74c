import type { FieldKind } from './types.ts'

const dialog = { show: true, order: 1 }
const visible = { add_visible_flag: true, details_visible_flag: true }
const important_fields = { enabled: false, stage_ids: [] }

/** Defaults of the settings that `include_fields` adds to the description of a field. */
export const namespaces = {
  deal: {
    ui_visibility: {
      ...visible,
      projects_detail_visible_flag: true,
      show_in_pipelines: { show_in_all: true, pipeline_ids: [] },
    },
    important_fields,
    required_fields: { enabled: false, stage_ids: [], statuses: {} },
  },
  person: {
    ui_visibility: { ...visible, show_in_add_deal_dialog: dialog },
    important_fields,
    required_fields: { enabled: false },
  },
  organization: {
    ui_visibility: {
      ...visible,
      org_detail_visible_flag: true,
      person_detail_visible_flag: true,
      deal_detail_visible_flag: true,
      show_in_add_deal_dialog: dialog,
      show_in_add_person_dialog: dialog,
    },
    important_fields,
    required_fields: { enabled: false },
  },
  product: { ui_visibility: visible },
  activity: { ui_visibility: visible },
} as const satisfies Record<FieldKind, object>

export const namespaceNames = ['ui_visibility', 'important_fields', 'required_fields'] as const
export type NamespaceName = (typeof namespaceNames)[number]
