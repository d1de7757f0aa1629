import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/** What is wrong in a value of another form, what would be valid, and where: for a message to its writer. */
export function wrongForm(issue: Issue | undefined, schema: z.core.$ZodType): { why: string; path: string } {
  if (issue === undefined) return { why: 'it cannot be read', path: '' }
  const path = issue.path.map(String)
  const at = (...more: string[]) => [...path, ...more].join('.')
  const name = path.length === 0 ? 'it' : `"${path[path.length - 1]}"`
  if (issue.code === 'unrecognized_keys') {
    const [field = ''] = issue.keys
    const valid = fieldsAt(schema, path)
    return { why: `the field "${field}" is not known here; there are ${valid.join(', ')}`, path: at(field) }
  }
  if (issue.code === 'invalid_value')
    return { why: `${name} is one of ${issue.values.map(String).join(', ')}`, path: at() }
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined ? ' and may not be left out' : ''
    return { why: `${name} is ${typeNames[issue.expected] ?? issue.expected}${missing}`, path: at() }
  }
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return { why: `${name} is out of its range`, path: at() }
  return { why: `${name}: ${issue.message}`, path: at() }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** Names of the fields of the object that stands at a path. */
function fieldsAt(schema: z.core.$ZodType, path: readonly string[]): string[] {
  let here: z.core.$ZodType | undefined = schema
  for (const step of [...path, undefined]) {
    let def = definitionOf(here)
    while (def.innerType !== undefined) {
      here = def.innerType
      def = definitionOf(here)
    }
    if (step === undefined) return Object.keys(def.shape ?? {})
    here = def.shape?.[step] ?? def.element ?? def.valueType
  }
  return []
}

interface Definition {
  innerType?: z.core.$ZodType
  shape?: Readonly<Record<string, z.core.$ZodType>>
  element?: z.core.$ZodType
  valueType?: z.core.$ZodType
}

const definitionOf = (schema: z.core.$ZodType | undefined): Definition =>
  (schema?._zod.def ?? {}) as Definition
