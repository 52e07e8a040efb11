// Reads [{ schema, text }] and writes whether each text is what its schema says: pattern as ECMA-262, lengths in characters.
import { readFileSync } from 'node:fs'

const cases = JSON.parse(readFileSync(0, 'utf8'))
const accepts = ({ pattern, minLength, maxLength, enum: words }, text) => {
  const length = [...text].length
  return (pattern === undefined || new RegExp(pattern, 'u').test(text))
    && (minLength === undefined || length >= minLength)
    && (maxLength === undefined || length <= maxLength)
    && (words === undefined || words.includes(text))
}
process.stdout.write(JSON.stringify(cases.map(({ schema, text }) => accepts(schema, text))))
