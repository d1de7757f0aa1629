export { type EnglishOptions, loadEnglish } from './reader.js'
