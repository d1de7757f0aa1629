export { loadSwedish } from './reader.js'
