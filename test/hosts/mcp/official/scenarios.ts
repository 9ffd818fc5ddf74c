/** The suite's scenarios that are run against the program as it is. */
export const ofTheProgram = [
  'server-initialize',
  'ping',
  'tools-list',
  'server-sse-multiple-streams',
  'dns-rebinding-protection',
] as const

/** Those that call tools by names of the suite, which `suiteComponent` has. */
export const ofTools = [
  'tools-call-simple-text',
  'tools-call-error',
  'tools-call-with-progress',
  'tools-call-elicitation',
] as const

const texts = 'answers are text and structured content'
const logs = 'the server has no log for clients'
const resources = 'the server has no resources'
const prompts = 'the server has no prompts'
const yesOrNo = 'the user is asked yes or no, without fields to fill in'

/** Those that are about what this server does not offer, and the reason. */
export const notApplicable: Readonly<Record<string, string>> = {
  'logging-set-level': logs,
  'tools-call-with-logging': logs,
  'completion-complete': 'there are neither prompts nor resources to complete',
  'tools-call-image': texts,
  'tools-call-audio': texts,
  'tools-call-embedded-resource': texts,
  'tools-call-mixed-content': texts,
  'tools-call-sampling': 'the server asks nothing of the client’s model',
  'json-schema-2020-12': 'schemas are drawn from the definition, without $defs',
  'elicitation-sep1034-defaults': yesOrNo,
  'elicitation-sep1330-enums': yesOrNo,
  'server-sse-polling': 'a stream that was closed is not taken up again',
  'resources-list': resources,
  'resources-read-text': resources,
  'resources-read-binary': resources,
  'resources-templates-read': resources,
  'resources-subscribe': resources,
  'resources-unsubscribe': resources,
  'prompts-list': prompts,
  'prompts-get-simple': prompts,
  'prompts-get-with-args': prompts,
  'prompts-get-embedded-resource': prompts,
  'prompts-get-with-image': prompts,
}
