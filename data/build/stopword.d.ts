declare module 'stopword' {
  export const eng: readonly string[]
  export const fin: readonly string[]
  export const swe: readonly string[]
}
