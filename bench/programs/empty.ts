/** What Node needs by itself. */
console.log('{}')
process.exit()
