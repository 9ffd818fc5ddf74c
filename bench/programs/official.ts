import { Configuration, LeadsApi } from 'pipedrive/v1'

/** The same by the official client. */
const [, , url = '', id = ''] = process.argv
const leads = new LeadsApi(new Configuration({ basePath: `${url}/api/v1`, accessToken: 'token' }))
const { data } = await leads.getLead({ id })
if (!data) process.exit(1)
console.log(JSON.stringify(data))
process.exit()
