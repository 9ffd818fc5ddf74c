import { pipedrive } from '../../component/index.ts'
import { toScript } from './script.ts'

/** SVG, which the build puts in. */
declare const ICON: string

export default toScript(pipedrive, ICON)
