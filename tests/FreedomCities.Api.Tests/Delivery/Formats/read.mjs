// Reads documents with the libraries that know their formats: a line of JSON for each, {"format": "geojson|vcard|jsonld", "text": "…"},
// is answered by a line with what the document holds as "value", or with an "error".
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const readers = {
  async geojson(text) {
    const { check } = await import('@placemarkio/check-geojson');
    return check(text);
  },

  async vcard(text) {
    const { default: ical } = await import('ical.js');
    const [name, properties, parts] = ical.parse(text);
    if (name !== 'vcard' || parts.length > 0) throw new Error(`not one card: ${name}`);
    // It leaves \; as it is where the value isn't a compound; RFC 6350, section 3.4 allows it there too.
    const plain = value => (typeof value === 'string' ? value.replaceAll('\\;', ';') : value);
    return properties.map(([property, parameters, type, value]) => [property, parameters, type, plain(value)]);
  },

  // Another library than that of vcard: each property as [name, parameters, value].
  async vcf(text) {
    const { default: VCard } = await import('vcf');
    const cards = VCard.parse(text);
    if (cards.length !== 1) throw new Error(`${cards.length} cards`);
    return cards[0].toJSON()[1].map(([name, parameters, , value]) => [name, parameters, value]);
  },

  // Its types against schema.org's, then the statements that it makes.
  async jsonld(text) {
    const { default: ts } = await import('typescript');
    const file = fileURLToPath(new URL('page.ts', import.meta.url));
    const source = `import type { FAQPage, WithContext } from 'schema-dts';\nexport const page: WithContext<FAQPage> = ${text};\n`;
    const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.NodeNext };
    const host = ts.createCompilerHost(options);
    const { fileExists, getSourceFile } = host;
    host.fileExists = name => name === file || fileExists(name);
    host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, source, ...rest) : getSourceFile(name, ...rest));
    const faults = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
    if (faults.length > 0) throw new Error(ts.formatDiagnostics(faults, { ...host, getNewLine: () => '\n' }));

    const { default: jsonld } = await import('jsonld');
    const vocabulary = { '@context': { '@vocab': 'https://schema.org/' } }; // the network isn't asked
    const documentLoader = async url => {
      if (url !== 'https://schema.org') throw new Error(`asks for ${url}`);
      return { documentUrl: url, document: vocabulary };
    };
    return jsonld.expand(JSON.parse(text), { documentLoader, safe: true });
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { format, text } = JSON.parse(line);
  let answer;
  try {
    answer = { value: await readers[format](text) };
  } catch (error) {
    answer = { error: String(error?.stack ?? error) };
  }
  console.log(JSON.stringify(answer));
}
