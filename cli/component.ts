/** The component that this program runs. */
export { pipedrive as component } from '../component/index.ts'
