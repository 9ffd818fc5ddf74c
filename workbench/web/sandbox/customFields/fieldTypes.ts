/** Types of custom fields with the names that Pipedrive’s pages give them. */
export const fieldTypes = [
  { value: 'varchar', label: 'Text' },
  { value: 'varchar_auto', label: 'Autocomplete' },
  { value: 'text', label: 'Large text' },
  { value: 'double', label: 'Numerical' },
  { value: 'monetary', label: 'Monetary' },
  { value: 'enum', label: 'Single option' },
  { value: 'set', label: 'Multiple options' },
  { value: 'user', label: 'User' },
  { value: 'people', label: 'Person' },
  { value: 'org', label: 'Organization' },
  { value: 'phone', label: 'Phone' },
  { value: 'date', label: 'Date' },
  { value: 'daterange', label: 'Date range' },
  { value: 'time', label: 'Time' },
  { value: 'timerange', label: 'Time range' },
  { value: 'address', label: 'Address' },
]

export const typeLabel = (type: string): string =>
  fieldTypes.find(({ value }) => value === type)?.label ?? type

export const hasOptions = (type: string): boolean => type === 'enum' || type === 'set'
