// A copy of everything that is published: the snapshot, or only the feed, then every change. Prints it as JSON. Run: node replica.mts URL [feed]
interface Change {
  type: string; slug: string; language: string; renamedFrom: string | null; record?: Served;
}
interface Served { slug: string; language: { served: string } }

const [, , api, start] = process.argv;
const copy = new Map<string, Served>();
const put = (type: string, record: Served) => copy.set(`${type} ${record.slug} ${record.language.served}`, record);

let cursor = '';
if (start !== 'feed') {
  const lines = (await (await fetch(`${api}/v1/snapshot`)).text()).trimEnd().split('\n').map((line) => JSON.parse(line));
  const end = lines.pop();
  if (end.type !== 'end' || end.count !== lines.length) throw new Error('The snapshot is cut off.');
  lines.forEach((line) => put(line.type, line.record));
  cursor = end.cursor;
}

for (let more = true; more;) {
  const since = cursor === '' ? '' : `&since=${cursor}`;
  const page = await (await fetch(`${api}/v1/changes?include=record&limit=50${since}`)).json();
  for (const change of page.items as Change[]) {
    copy.delete(`${change.type} ${change.renamedFrom} ${change.language}`);
    copy.delete(`${change.type} ${change.slug} ${change.language}`);
    if (change.record) put(change.type, change.record);
  }
  ({ cursor, more } = page);
}

console.log(JSON.stringify(Object.fromEntries([...copy].sort(([a], [b]) => (a < b ? -1 : 1)))));
