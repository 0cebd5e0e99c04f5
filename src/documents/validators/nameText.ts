import * as v from 'valibot'

/** A name of something in a document: a symbol, a leg, an id. Printable, on one line, at most 100 characters. */
export const nameText = v.pipe(
  v.string(),
  v.regex(/^[^\p{Cc}]*[^\p{Cc}\s][^\p{Cc}]*$/u, 'a name of at least one visible character was expected'),
  v.maxLength(100, 'a name of at most 100 characters was expected'),
  // A table looked up by name must not answer with what every object has.
  v.check((name) => !(name in Object.prototype), 'this name is taken by the language; choose another'),
)

/** Text for people: a title, a source. */
export const proseText = v.pipe(v.string(), v.maxLength(2000, 'at most 2000 characters are kept'))
