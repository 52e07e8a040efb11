// What a partner's developer would write with the client of NSwag; tells what it was answered.
using FreedomCities;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

using var http = new HttpClient(new LaterVersion { InnerHandler = new HttpClientHandler() }) { BaseAddress = new Uri(args[0]) };
var client = new Client(http);

var list = await client.ListFaqsAsync(
    topic: null, jurisdiction: null, updatedSince: null, slugs: ["how-do-i-get-more-information"],
    sort: Sort.MinusupdatedAt, include: [FaqInclude.Resources, FaqInclude.Contacts], limit: 2, cursor: null, lang: null);
var faq = list.Items.Single();
var found = await client.SearchPrivatelyAsync(new SearchRequest { Q = faq.Question, Types = [RecordType.Faq, RecordType.Contact] });
var same = await client.SearchAsync(faq.Question, [RecordType.Faq, RecordType.Contact], null, null, null, null);
var changes = await client.ListChangesAsync(null, null, [RecordType.Faq, RecordType.Topic], "en", null, [ChangeInclude.Record]);
var changed = changes.Items.First(c => c.Slug == faq.Slug);
using var snapshot = await client.GetSnapshotAsync(null, null);
using var text = new StreamReader(snapshot.Stream);
JObject[] lines = [.. (await text.ReadToEndAsync()).TrimEnd().Split('\n').Select(JObject.Parse)];
var end = lines[^1].ToObject<SnapshotEnd>()!;
SnapshotFaq[] faqs = [.. lines.Where(l => (string?)l["type"] == "faq").Select(l => l.ToObject<SnapshotFaq>()!)];
var fresh = await client.CheckFreshnessAsync([new FreshnessCopy
{
    Slug = faq.Slug,
    Language = faq.Language.Served,
    ContentHash = faq.ContentHash,
}]);

Console.WriteLine(JsonConvert.SerializeObject(new
{
    phones = faq.Contacts.Sum(c => c.Phones.Count),
    found = found.Items.First().Slug == faq.Slug && same.Items.Count == found.Items.Count,
    changed = changed.Url,
    recorded = (string)changed.Record.AdditionalProperties["question"] == faq.Question,
    questions = faqs.Count(f => f.Record.Question.Length > 0),
    complete = end.Count == lines.Length - 1,
    state = fresh.Items.Single().State,
    origin = faq.Language.Origin,
    missing = await Missing(client),
}));

static async Task<string> Missing(Client client)
{
    try
    {
        await client.GetFaqAsync("nothing", null, null);
        return "";
    }
    catch (ApiException<Problem> missing)
    {
        return missing.Result.Code;
    }
}

/// <summary>The service as it may be in a later version: with a word and a member that the document doesn't have.</summary>
internal sealed class LaterVersion : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var type = answer.Content.Headers.ContentType;
        answer.Content = new StringContent(
            body.Replace("\"origin\":\"human\"", "\"origin\":\"dictated\",\"dictatedBy\":null", StringComparison.Ordinal));
        answer.Content.Headers.ContentType = type;
        return answer;
    }
}
