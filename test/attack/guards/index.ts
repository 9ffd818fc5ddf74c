import { low } from './low.ts'
import { severe } from './severe.ts'

/** Each finding there has been, and what keeps it from coming back. */
export const guards = [...severe, ...low]
