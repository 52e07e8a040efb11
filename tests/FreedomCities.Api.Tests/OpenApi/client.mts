// What a partner's developer would write with the generated types; tells as JSON what it was answered.
import createClient from 'openapi-fetch';
import type { components, paths } from './api.mjs';

const client = createClient<paths>({ baseUrl: process.argv[2], querySerializer: { array: { style: 'form', explode: false } } });

function answered<T>({ data, error, response }: { data?: T; error?: components['schemas']['Problem']; response: Response }): T {
  if (data === undefined) throw new Error(`${response.url}: ${response.status} ${error?.code}`);
  return data;
}

const list = answered(await client.GET('/v1/faqs', { params: { query: { limit: 2, include: ['contacts'] } } }));
const slug = list.items[0]!.slug;
const faq = answered(await client.GET('/v1/faqs/{slug}', { params: { path: { slug }, query: { lang: 'en' } } }));
const found = answered(await client.POST('/v1/search', { body: { q: faq.question, types: ['faq'] } }));
const near = answered(await client.POST('/v1/contacts/locate', { body: { postalCode: '87501' } }));
const copies = [
  { slug, language: faq.language.served, contentHash: faq.contentHash },
  { slug, language: faq.language.served, contentHash: `sha256-${'0'.repeat(64)}` },
];
const fresh = answered(await client.POST('/v1/freshness', { body: copies }));
const changes = answered(await client.GET('/v1/changes', { params: { query: { types: ['faq', 'topic'], lang: 'en' } } }));
const missing = await client.GET('/v1/faqs/{slug}', { params: { path: { slug: 'nothing' } } });

console.log(JSON.stringify({
  listed: list.items.length,
  question: faq.question,
  found: found.items[0]?.slug === slug,
  office: near.items[0]?.contact.name,
  states: fresh.items.map(copy => copy.state),
  changed: changes.items.some(change => change.slug === slug),
  missing: missing.error?.code,
}));
