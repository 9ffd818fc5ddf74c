import * as v2 from 'pipedrive/v2'

/** The official client alone. */
console.log(Object.keys(v2).length)
process.exit()
