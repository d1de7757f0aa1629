import type { Locale } from '../../types.js'
import { en } from './en.js'
import { fi } from './fi.js'
import { sv } from './sv.js'
import type { Messages } from './types.js'

export type { Messages } from './types.js'

/** The message table of a locale. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'sv' ? sv : locale === 'en' ? en : fi
}

/** Fills `{name}` in a message. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return value === undefined ? whole : String(value)
  })
}
