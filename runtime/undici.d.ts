/** The parts of undici that the build puts into one file, `dist/undici/index.js`. */
export { Client, EnvHttpProxyAgent, Pool } from 'undici'
