/** A look reads the same city as every other build. */
export { collections } from '../../content.config.ts'
