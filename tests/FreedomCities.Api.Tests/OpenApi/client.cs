// What a partner's developer would write with the generated client; tells what it was answered.
using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomCities;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new Client(http);

var list = await client.ListFaqsAsync(
    updatedSince: DateTimeOffset.UnixEpoch,
    sort: Sort.MinusupdatedAt,
    limit: 2,
    include: [FaqInclude.Contacts]);
var faq = await client.GetFaqAsync("where-can-i-learn-more-about-people-power-or-find-the-resistance-training", lang: "en");
var person = await client.GetContactAsync("ana-moran");
var found = await client.SearchPrivatelyAsync(new SearchRequest { Q = faq.Question, Types = [RecordType.Faq] });
var fresh = await client.CheckFreshnessAsync([new FreshnessCopy
{
    Slug = faq.Slug,
    Language = faq.Language.Served,
    ContentHash = faq.ContentHash,
}]);
var changes = await client.ListChangesAsync(types: [RecordType.Faq, RecordType.Topic], lang: "en");
using var card = await client.GetContactVCardAsync("ana-moran");
using var text = new StreamReader(card.Stream);

Console.WriteLine($"""
    {list.Items.Count} listed, {faq.Topics.Single().Name}
    {string.Join(", ", faq.Resources.Select(r => $"{r.Kind} {r.LinkState}"))}
    {person.Office?.Name}, {person.Location?.City}; {await text.ReadLineAsync()}
    found {found.Items.First().Slug == faq.Slug}, {fresh.Items.Single().State}, changed {changes.Items.Any(c => c.Slug == faq.Slug)}
    """);
try
{
    await client.GetFaqAsync("nothing");
}
catch (ApiException<Problem> missing)
{
    Console.WriteLine(missing.Result.Code);
}

namespace FreedomCities
{
    public partial class Client
    {
        // Enumerations in lists of a body are words too.
        static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
            settings.Converters.Add(new JsonStringEnumConverter());
    }
}
