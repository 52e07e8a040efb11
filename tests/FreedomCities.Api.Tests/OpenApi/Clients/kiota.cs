// What a partner's developer would write with the client of Kiota; prints what it was answered.
using System.Text.Json;
using FreedomCities;
using FreedomCities.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0] };
var client = new ApiClient(adapter);

var list = await client.V1.Faqs.GetAsync(r =>
{
    r.QueryParameters.Slugs = ["how-do-i-get-more-information"];
    r.QueryParameters.IncludeAsFaqInclude = [FaqInclude.Resources, FaqInclude.Contacts];
});
var faq = list!.Items!.Single();
var found = await client.V1.Search.PostAsync(new SearchRequest { Q = faq.Question, Types = [RecordType.Faq, RecordType.Contact] });
var changes = await client.V1.Changes.GetAsync(r => r.QueryParameters.TypesAsRecordType = [RecordType.Faq, RecordType.Topic]);
using var snapshot = new StreamReader((await client.V1.Snapshot.GetAsync())!);
var lines = (await snapshot.ReadToEndAsync()).TrimEnd().Split('\n');
var fresh = await client.V1.Freshness.PostAsync([new FreshnessCopy
{
    Slug = faq.Slug,
    Language = faq.Language!.Served,
    ContentHash = faq.ContentHash,
}]);

Console.WriteLine(JsonSerializer.Serialize(new
{
    phones = faq.Contacts!.Sum(c => c.Phones!.Count),
    found = found!.Items![0].Slug == faq.Slug,
    changed = changes!.Items!.First(c => c.Slug == faq.Slug).Url,
    complete = JsonDocument.Parse(lines[^1]).RootElement.GetProperty("count").GetInt32() == lines.Length - 1,
    state = fresh!.Items!.Single().State,
    missing = await Missing(client),
}));

static async Task<string> Missing(ApiClient client)
{
    try
    {
        await client.V1.Faqs["nothing"].GetAsync();
        return "";
    }
    catch (Problem missing)
    {
        return missing.Message;
    }
}
