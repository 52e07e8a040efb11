// What a partner's developer would write with the fetch client of orval, and with the schemas that it makes for zod.
import { checkFreshness, getFaq, getSnapshot, listChanges, listFaqs, search, searchPrivately } from './orval/api';
import type { SnapshotLine } from './orval/api';
import {
  CheckFreshnessResponse, ListChangesResponse, ListFaqsResponse, SearchPrivatelyBody, SearchPrivatelyResponse, SearchResponse,
} from './orval/zod';
import type { Seen } from './seen';

export async function use(): Promise<Seen> {
  const list = await listFaqs({ limit: 2, include: ['resources', 'contacts'], slugs: ['how-do-i-get-more-information'] });
  const faq = ListFaqsResponse.parse(list.data).items[0]!;
  const query = SearchPrivatelyBody.parse({ q: faq.question, types: ['faq', 'contact'] });
  const found = SearchPrivatelyResponse.parse((await searchPrivately(query)).data);
  const same = SearchResponse.parse((await search({ q: faq.question, types: ['faq', 'contact'] })).data);
  const changes = ListChangesResponse.parse((await listChanges({ types: ['faq', 'topic'], include: ['record'], lang: 'en' })).data);
  const changed = changes.items.find(change => change.slug === faq.slug);
  const snapshot = await getSnapshot();
  if (snapshot.status !== 200) throw new Error(`${snapshot.status}`);
  const lines = (await snapshot.stream.text()).trimEnd().split('\n').map(line => JSON.parse(line) as SnapshotLine);
  const end = lines.at(-1)!;
  const fresh = CheckFreshnessResponse.parse((await checkFreshness([{
    slug: faq.slug,
    language: faq.language.served,
    contentHash: faq.contentHash,
  }])).data);
  const missing = await getFaq('nothing');

  return {
    phones: faq.contacts.flatMap(contact => contact.phones ?? []).length,
    found: found.items[0]?.slug === faq.slug && same.items.length === found.items.length,
    changed: changed?.url,
    recorded: changed?.record !== undefined && 'question' in changed.record && changed.record.question === faq.question,
    questions: lines.filter(line => line.type === 'faq').map(line => line.record.question).length,
    complete: end.type === 'end' && end.count === lines.length - 1,
    state: fresh.items[0]?.state,
    origin: faq.language.origin,
    missing: missing.status === 404 ? missing.data.code : undefined,
  };
}
