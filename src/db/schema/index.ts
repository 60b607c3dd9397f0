export { estates } from './columns.ts'
export * from './estate.ts'
export * from './talk.ts'
export * from './records.ts'
