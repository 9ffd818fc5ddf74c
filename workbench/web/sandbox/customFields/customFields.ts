import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CustomFieldInput, CustomFieldKind, CustomFieldView } from '../../../api/index.ts'
import { call } from '../../shared/http.ts'

export const kinds: readonly { readonly value: CustomFieldKind; readonly label: string }[] = [
  { value: 'deal', label: 'Deals and leads' },
  { value: 'person', label: 'Persons' },
  { value: 'organization', label: 'Organizations' },
]

const path = (kind: CustomFieldKind) => `/api/sandbox/fields/${kind}`

export const useCustomFields = (kind: CustomFieldKind) =>
  useQuery({
    queryKey: ['sandbox', 'settings', 'fields', kind],
    queryFn: () => call<readonly CustomFieldView[]>('GET', path(kind)),
  })

const useChange = <Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sandbox', 'settings'] }),
  })
}

/** Adds a field, or changes the one given. */
export const useSaveField = (kind: CustomFieldKind, field: CustomFieldView | undefined) =>
  useChange(({ type, ...input }: CustomFieldInput) =>
    field
      ? call<CustomFieldView>('PUT', `${path(kind)}/${field.id}`, input)
      : call<CustomFieldView>('POST', path(kind), { ...input, type }),
  )

export const useDeleteField = (kind: CustomFieldKind) =>
  useChange((field: CustomFieldView) => call<void>('DELETE', `${path(kind)}/${field.id}`))
