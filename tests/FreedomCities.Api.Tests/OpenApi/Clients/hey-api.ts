// What a partner's developer would write with the client of @hey-api/openapi-ts.
import { client } from './hey-api/client.gen';
import { checkFreshness, getFaq, getSnapshot, listChanges, listFaqs, search, searchPrivately } from './hey-api/sdk.gen';
import type { SnapshotLine } from './hey-api/types.gen';
import type { Seen } from './seen';

export async function use(api: string): Promise<Seen> {
  client.setConfig({ baseUrl: api });
  const list = await listFaqs({
    query: { limit: 2, include: ['resources', 'contacts'], slugs: ['how-do-i-get-more-information'] },
    throwOnError: true,
  });
  const faq = list.data.items[0]!;
  const found = await searchPrivately({ body: { q: faq.question, types: ['faq', 'contact'] }, throwOnError: true });
  const same = await search({ query: { q: faq.question, types: ['faq', 'contact'] }, throwOnError: true });
  const changes = await listChanges({ query: { types: ['faq', 'topic'], include: ['record'], lang: 'en' }, throwOnError: true });
  const changed = changes.data.items.find(change => change.slug === faq.slug);
  const snapshot = await getSnapshot({ throwOnError: true });
  const lines = (await (snapshot.data as Blob).text()).trimEnd().split('\n').map(line => JSON.parse(line) as SnapshotLine);
  const end = lines.at(-1)!;
  const fresh = await checkFreshness({
    body: [{ slug: faq.slug, language: faq.language.served, contentHash: faq.contentHash }],
    throwOnError: true,
  });
  const missing = await getFaq({ path: { slug: 'nothing' } });

  return {
    phones: faq.contacts.flatMap(contact => contact.phones ?? []).length,
    found: found.data.items[0]?.slug === faq.slug && same.data.items.length === found.data.items.length,
    changed: changed?.url,
    recorded: changed?.record !== undefined && 'question' in changed.record && changed.record.question === faq.question,
    questions: lines.filter(line => line.type === 'faq').map(line => line.record.question).length,
    complete: end.type === 'end' && end.count === lines.length - 1,
    state: fresh.data.items[0]?.state,
    origin: faq.language.origin,
    missing: missing.error?.code,
  };
}
