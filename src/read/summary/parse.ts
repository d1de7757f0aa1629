import type { Issue } from '../../types.js'
import { createIssueLog } from '../issues.js'
import type { IssueLog } from '../table.js'
import { settleCounts } from './counts.js'
import type { FormQuestion } from './form.js'
import { contactLine, countedLine, labelKey, openAnswersLine, respondentsLine } from './lines.js'

export interface SummaryOption {
  text: string
  count: number
  /** Where the text ends and the count begins is a guess. */
  guess?: true
}

export interface SummaryQuestion {
  label: string
  kind: 'choice' | 'open' | 'contact'
  options: SummaryOption[]
  answers: string[]
  /** Where the label ends and its first option begins is a guess. */
  guess?: true
  /** 1-based line of the label. */
  line: number
}

export interface SurveySummary {
  title: string | null
  respondents: number | null
  questions: SummaryQuestion[]
  issues: IssueLog
}

interface Line {
  text: string
  number: number
  /** A blank line, or the top of the file, before it. */
  after: boolean
}

/** Splits a label from the first option glued to it, where only the text can tell. */
function splitGlued(text: string): { label: string; option: string } | undefined {
  // "Missä asioit?neuvolassa", "Yksikkö:Neuvola", "... (valitse yksi)kotona", "Miten asioitPuhelimella"
  const mark =
    /^(.{2,}?[?:)!.…])(?=[\p{L}"”(])(?<!\s[\p{L}]{1,4}\.)(.+)$/u.exec(text) ??
    /^(.{2,}?[?:])\s+(.+)$/u.exec(text) ??
    /^(.{2,}?\p{Ll})(\p{Lu}.+)$/u.exec(text)
  return mark ? { label: (mark[1] ?? '').trim(), option: (mark[2] ?? '').trim() } : undefined
}

class SummaryParser {
  readonly questions: SummaryQuestion[] = []
  title: string | null = null
  respondents: number | null = null
  private current: SummaryQuestion | undefined
  private mode: 'start' | 'options' | 'answers' = 'start'
  private readonly labels: string[]

  constructor(
    private readonly lines: readonly Line[],
    private readonly form: readonly FormQuestion[] | undefined,
    private readonly note: (line: number, hint: string) => void,
  ) {
    // "Avoimet vastaukset" lines repeat labels: where they do, nothing has to be guessed.
    const repeated = lines.map((line) => openAnswersLine(line.text) ?? '').filter((label) => label !== '')
    this.labels = [...new Set([...(form ?? []).map((question) => question.label), ...repeated])].sort(
      (a, b) => b.length - a.length,
    )
  }

  run(): void {
    for (let i = 0; i < this.lines.length; i += 1) this.read(i)
  }

  private read(i: number): void {
    const line = this.lines[i] as Line
    const { text } = line
    const open = openAnswersLine(text)
    if (open !== undefined) {
      this.openAnswers(open, line)
      return
    }
    const count = this.questions.length === 0 ? respondentsLine(text) : undefined
    if (count !== undefined) {
      this.respondents = count
      return
    }
    const label = this.labels.find((known) => text.startsWith(known) && this.fits(known, text))
    if (label !== undefined) {
      this.knownLabel(label, line)
      return
    }
    if (this.form === undefined) {
      const within = this.mode === 'answers' && !line.after && this.current?.kind !== 'contact'
      const contact = within ? undefined : contactLine(text)
      if (contact) {
        this.contact(contact, line)
        return
      }
    } else if (this.mode === 'answers') {
      this.current?.answers.push(text)
      return
    }
    if (this.mode === 'answers' && !this.beginsBlock(i)) this.current?.answers.push(text)
    else this.optionOrLabel(i)
  }

  private start(label: string, kind: SummaryQuestion['kind'], line: Line, guess: boolean): void {
    this.current = {
      label,
      kind,
      options: [],
      answers: [],
      ...(guess ? { guess: true as const } : {}),
      line: line.number,
    }
    this.questions.push(this.current)
    this.mode = kind === 'choice' ? 'options' : 'answers'
  }

  /** Answers to a question already seen, or to one that is only open. */
  private openAnswers(label: string, line: Line): void {
    const key = labelKey(label)
    const seen =
      label === '' ? this.current : this.questions.findLast((question) => labelKey(question.label) === key)
    if (seen) {
      this.current = seen
      if (seen.kind === 'choice' && seen.options.length === 0)
        seen.kind = contactLine(seen.label) ? 'contact' : 'open'
    } else this.start(label, contactLine(label) ? 'contact' : 'open', line, false)
    this.mode = 'answers'
  }

  /** A label alone, or with what may be glued to it: a counted option, a value after a colon. */
  private fits(label: string, text: string): boolean {
    const rest = text.slice(label.length).trim()
    return rest === '' || rest.startsWith(':') || /\d$/.test(rest)
  }

  private knownLabel(label: string, line: Line): void {
    const rest = line.text.slice(label.length).trim()
    const asked = this.form?.find((question) => question.label === label)
    const contact = contactLine(label) !== undefined
    const kind = contact ? 'contact' : asked && asked.options.length === 0 ? 'open' : 'choice'
    this.start(label, kind, line, false)
    if (rest === '') return
    if (kind === 'choice') this.option(rest, line)
    else this.current?.answers.push(rest.replace(/^:\s*/, ''))
  }

  private contact(found: { label: string; value: string }, line: Line): void {
    this.start(found.label, 'contact', line, false)
    if (found.value !== '') this.current?.answers.push(found.value)
  }

  /** Whether a block begins at a line among answers: its paragraph holds counted options or ends in open answers. */
  private beginsBlock(i: number): boolean {
    const line = this.lines[i] as Line
    const counted = countedLine(line.text)
    if (!line.after) return counted?.doubtful === false && /[?:](?=\p{L})/u.test(counted.text)
    if (counted?.doubtful === false) return true
    const next = this.lines[i + 1]
    if (next === undefined || next.after)
      return next !== undefined && openAnswersLine(next.text) !== undefined
    return countedLine(next.text)?.doubtful === false || openAnswersLine(next.text) !== undefined
  }

  private optionOrLabel(i: number): void {
    const line = this.lines[i] as Line
    const counted = countedLine(line.text)
    if (counted === undefined) {
      this.labelAlone(i)
      return
    }
    // "Digipalvelukysely 2024" at the top is a title; a count would be glued to a word.
    if (counted.doubtful && this.questions.length === 0 && splitGlued(counted.text) === undefined) {
      this.title ??= line.text
      return
    }
    const glued = splitGlued(counted.text)
    const begins =
      this.current === undefined ||
      this.mode === 'answers' ||
      line.after ||
      /[?:](?=\p{L})/u.test(counted.text)
    if (!begins || (this.current?.options.length === 0 && this.mode === 'options')) {
      this.option(line.text, line)
      return
    }
    if (glued) {
      this.start(glued.label, 'choice', line, true)
      this.note(line.number, 'Where the label ends and its first option begins is a guess.')
      const guess = counted.doubtful ? { guess: true as const } : {}
      this.current?.options.push({ text: glued.option, count: counted.count, ...guess })
      return
    }
    this.start(counted.text, 'choice', line, true)
    this.note(line.number, 'The label and its first option run together and could not be told apart.')
    this.current?.options.push({ text: '', count: counted.count, guess: true })
  }

  private labelAlone(i: number): void {
    const line = this.lines[i] as Line
    const next = this.lines[i + 1]
    if (
      this.title === null &&
      this.questions.length === 0 &&
      (next === undefined || next.after || respondentsLine(next.text) !== undefined)
    ) {
      this.title = line.text
      return
    }
    const choice = next !== undefined && !next.after && countedLine(next.text) !== undefined
    this.start(line.text, choice ? 'choice' : 'open', line, false)
  }

  private option(text: string, line: Line): void {
    const asked = this.form?.find((question) => question.label === this.current?.label)
    const fitting = (asked?.options ?? [])
      .filter((option) => text.startsWith(option) && /^\s*\d+$/.test(text.slice(option.length)))
      .sort((a, b) => b.length - a.length)
    const [exact] = fitting
    if (exact !== undefined) {
      const doubtful = fitting.length > 1
      if (doubtful) this.note(line.number, 'Two options of the form fit this line; the longer one was taken.')
      this.current?.options.push({
        text: exact,
        count: Number(text.slice(exact.length)),
        ...(doubtful ? { guess: true as const } : {}),
      })
      return
    }
    const counted = countedLine(text)
    if (counted === undefined) {
      // With a form an option without a count, or a word that the form does not know.
      this.note(line.number, 'A line without a count stands among the options; it was kept with the count 0.')
      this.current?.options.push({ text, count: 0, guess: true })
      return
    }
    this.current?.options.push({
      text: counted.text.trim(),
      count: counted.count,
      ...(counted.doubtful ? { guess: true as const } : {}),
    })
    if (counted.doubtful)
      this.note(
        line.number,
        'The option ends in a number that runs into its count; where it ends is a guess.',
      )
  }
}

/**
 * Reads the summary of a questionnaire: labels, options with their counts, open answers and contact fields.
 * What the text does not say is marked as a guess and told of in the issues: the split of a label from the
 * first option glued to it, and counts glued to a number ("Osasto 512"). With the form nothing of that is
 * guessed where the form knows the words.
 *
 * @param text the summary
 * @param options the form's questions (see `parseForm`), and the file's name for issues
 * @example
 * parseSummary('Missä asioit?neuvolassa3\nröntgenissä1\n').questions[0]
 * // { label: 'Missä asioit?', kind: 'choice', guess: true, options: [{ text: 'neuvolassa', count: 3 }, ...] }
 */
export function parseSummary(
  text: string,
  options: { form?: readonly FormQuestion[]; file?: string } = {},
): SurveySummary {
  const issues = createIssueLog()
  const file = options.file ?? ''
  const note = (row: number, hint: string) => {
    const issue: Issue = {
      code: 'summary_guess',
      severity: 'warning',
      file,
      row,
      column: null,
      value: null,
      hint,
    }
    issues.add(issue)
  }
  const lines: Line[] = []
  let after = true
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, i) => {
      const shown = raw.trim()
      if (shown !== '') lines.push({ text: shown, number: i + 1, after })
      after = shown === ''
    })
  const parser = new SummaryParser(lines, options.form, note)
  parser.run()
  for (const question of parser.questions) settleCounts(question)
  return { title: parser.title, respondents: parser.respondents, questions: parser.questions, issues }
}
