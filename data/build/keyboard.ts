/** Rows of the Finnish keyboard. */
const rows = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm']

/** The letter of the key to the right, or to the left at a row's end; other characters stay as they are. */
export function keyBeside(letter: string): string {
  const row = rows.find((each) => each.includes(letter)) ?? letter
  const at = row.indexOf(letter)
  return row[at + 1] ?? row[at - 1] ?? letter
}
