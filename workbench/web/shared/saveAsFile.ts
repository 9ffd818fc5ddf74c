export const saveAsFile = (name: string, text: string) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name.replaceAll(/[/\\:*?"<>|]/g, '-')
  link.click()
  URL.revokeObjectURL(link.href)
}
