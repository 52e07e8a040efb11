// What a partner's developer would write with the types of openapi-typescript.
import createClient from 'openapi-fetch';
import type { components, paths } from './openapi-typescript/api';
import type { Seen } from './seen';

type Line = components['schemas']['SnapshotLine'];

function answered<T>({ data, error, response }: { data?: T; error?: components['schemas']['Problem']; response: Response }): T {
  if (data === undefined) throw new Error(`${response.url}: ${response.status} ${error?.detail}`);
  return data;
}

export async function use(api: string): Promise<Seen> {
  const client = createClient<paths>({ baseUrl: api });
  const list = answered(await client.GET('/v1/faqs', {
    params: { query: { limit: 2, include: ['resources', 'contacts'], slugs: ['how-do-i-get-more-information'] } },
  }));
  const faq = list.items[0]!;
  const found = answered(await client.POST('/v1/search', { body: { q: faq.question, types: ['faq', 'contact'] } }));
  const same = answered(await client.GET('/v1/search', { params: { query: { q: faq.question, types: ['faq', 'contact'] } } }));
  const changes = answered(await client.GET('/v1/changes', { params: { query: { types: ['faq', 'topic'], include: ['record'], lang: 'en' } } }));
  const changed = changes.items.find(change => change.slug === faq.slug);
  const snapshot = answered(await client.GET('/v1/snapshot', { parseAs: 'text' })) as unknown as string;
  const lines = snapshot.trimEnd().split('\n').map(line => JSON.parse(line) as Line);
  const end = lines.at(-1)!;
  const fresh = answered(await client.POST('/v1/freshness', {
    body: [{ slug: faq.slug, language: faq.language.served, contentHash: faq.contentHash }],
  }));
  const missing = await client.GET('/v1/faqs/{slug}', { params: { path: { slug: 'nothing' } } });

  return {
    phones: faq.contacts.flatMap(contact => contact.phones ?? []).length,
    found: found.items[0]?.slug === faq.slug && same.items.length === found.items.length,
    changed: changed?.url,
    recorded: changed?.record !== undefined && 'question' in changed.record && changed.record.question === faq.question,
    questions: lines.filter(line => line.type === 'faq').map(line => line.record.question).length,
    complete: end.type === 'end' && end.count === lines.length - 1,
    state: fresh.items[0]?.state,
    origin: faq.language.origin,
    missing: missing.error?.code,
  };
}
