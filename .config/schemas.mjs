// JSON Schemas of what the commands write, made of the types themselves: dist/schemas/NAME.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  SchemaGenerator,
} from 'ts-json-schema-generator'

/** Each JSON that leaves the library: its type, and who writes it. */
const documents = {
  analysis: ['Analysis', 'palaute analyze, beside the id of the line'],
  response: ['ReadResponse', 'palaute read, the lines of responses'],
  issue: ['Issue', 'palaute read, the lines of issues'],
  scored: ['ScoredResponse', 'palaute score -o NAME.ndjson'],
  layout: ['SurveyLayout', 'palaute layout'],
  report: ['SurveyResult', 'palaute report -o NAME.json'],
  region: ['RegionScore', 'the function aggregate'],
  figures: ['StateFigures', 'palaute aggregate'],
  state: ['PartialState', 'palaute aggregate --partial, palaute merge'],
}

const config = {
  ...DEFAULT_CONFIG,
  path: 'src/{types,cli/read,read/layout,report/scored,report/result,aggregate/types,aggregate/finish,aggregate/state}.ts',
  tsconfig: 'tsconfig.json',
  // The compiler checks types on its own.
  skipTypeCheck: true,
  // A later version may add fields.
  additionalProperties: true,
}

export function writeSchemas(outDir) {
  const program = createProgram(config)
  const generator = new SchemaGenerator(
    program,
    createParser(program, config),
    createFormatter(config),
    config,
  )
  mkdirSync(`${outDir}/schemas`, { recursive: true })
  for (const [name, [type, writer]] of Object.entries(documents)) {
    const { $schema, ...schema } = generator.createSchema(type)
    const text = JSON.stringify(
      { $schema, title: type, $comment: `Written by ${writer}.`, ...schema },
      null,
      1,
    )
    writeFileSync(`${outDir}/schemas/${name}.json`, `${text}\n`)
  }
}
