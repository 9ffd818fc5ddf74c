import { TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'

/** Pipedrive can't reach this machine by itself. The address is kept in this browser. */
export const usePublicUrl = () =>
  useLocalStorage({ key: 'public-url', defaultValue: '', getInitialValueInEffect: false })

export const PublicUrl = () => {
  const [publicUrl, setPublicUrl] = usePublicUrl()
  const isWrong = publicUrl !== '' && !/^https:\/\/[^/\s]+/.test(publicUrl)
  return (
    <TextInput
      label="Public URL"
      description="The HTTPS address of a tunnel or proxy to this machine, where Pipedrive sends events."
      placeholder="https://example.ngrok.app"
      type="url"
      value={publicUrl}
      onChange={event => setPublicUrl(event.currentTarget.value)}
      error={isWrong && 'It must start with https://'}
    />
  )
}
