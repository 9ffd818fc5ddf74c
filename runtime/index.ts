export { openClient, type Client, type ClientOptions, type Tokens } from './client.ts'
export { openTransport, type Transport } from './transport.ts'
export { isLoopback, trustedOrigin } from './trustedOrigin.ts'
export { loadValidators } from './validators.ts'
