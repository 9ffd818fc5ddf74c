/** The component that the scripts build for. */
export { pipedrive as component } from '../component/index.ts'
