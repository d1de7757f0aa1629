import type { Span } from '../types.js'

/** Codes of medicine and administration that look like plates. */
const codes = new Set(
  `CRP MRI CT TT EKG EEG ENMG PSA TSH LDL HDL INR GFR ALAT HIV HPV HSV EBV ICD DSM ADL RAI BMI BDI GAD PHQ CPAP ISO SFS USB LED LTE
  MMR PCR FIT VAS NRS MMS GDS COV SARS RSV TBE BCG DTP KELA HUS OYS KYS KLO NRO HB RR SPO TNM GPS WIFI PIN TV PC LK OS HTA PEF FEV`.split(
    /\s+/,
  ),
)

const plate = /(?<![\p{L}\d-])[A-ZÅÄÖ]{2,3}[-–]\d{1,3}(?![\p{L}\d-])/gu
const loose = /(?<![\p{L}\d-])[a-zåäö]{2,3}(?:[-–]| ?)\d{1,3}(?![\p{L}\d-])/giu
const vehicle =
  /(?<!\p{L})(?:auto|autoni|autolla|autossa|auton|autosta|henkilöauto|taksi|taksin|taksilla|invataksi|invataksin|kela-taksi|tilataksi|rekkari|rekkarin|rekisteri(?:numero|tunnus|kilpi)?[a-zäö]{0,6}|rek\.?(?:nro)?|kilpi|kilvessä|pakettiauto|ambulanssi|mopo|bil|bilen|taxi|taxin|registernum[a-zåäö]{1,6}|skylten?|register(?:skylt|plåt)[a-zåäö]{0,4}|car|plate|van|moottoripyörä)(?!\p{L})/iu

/**
 * Registration plates. Three capitals and three digits need no more; shorter ones, and those in small letters
 * or with a space, need a vehicle within the forty characters before them.
 */
export function findPlates(text: string): Span[] {
  const out: Span[] = []
  const push = (start: number, found: string) => out.push({ start, end: start + found.length })
  for (const match of text.matchAll(plate)) {
    const [letters = '', digits = ''] = match[0].split(/[-–]/)
    const near = vehicle.test(text.slice(Math.max(0, match.index - 60), match.index))
    if (near || (!codes.has(letters) && letters.length === 3 && digits.length >= 2))
      push(match.index, match[0])
  }
  for (const match of text.matchAll(loose)) {
    const letters = match[0].replace(/[^\p{L}]/gu, '')
    if (out.some(({ start }) => start === match.index) || codes.has(letters.toUpperCase())) continue
    if (!/\d{2}/.test(match[0]) || !beside(text.slice(Math.max(0, match.index - 30), match.index))) continue
    if (letters === letters.toUpperCase() || /[-–]/.test(match[0])) push(match.index, match[0])
  }
  return out
}

/** A vehicle right before: at most two words between. */
function beside(before: string): boolean {
  return vehicle.test(before.split(/\s+/).slice(-4).join(' '))
}
