import { pipedrive } from 'pipedrive-component'

/** The definition alone. */
console.log(pipedrive.actions.length)
process.exit()
