using System.Net;
using FreedomCities.Api.Content.Contacts.Opening;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Editorial.Import.Contacts;

namespace FreedomCities.Api.Tests.Content.Contacts.Opening;

public sealed class GetHoursTests(GetHoursTests.Offices service) : IClassFixture<GetHoursTests.Offices>
{
    private const string IsOpenSql = """
        select @Contact in (select matching_contacts(null::text[], given.at))
        from unnest(@Times) with ordinality as given (at, place)
        order by given.place
        """;

    [Theory]
    [InlineData("day-denver", "2026-03-09T15:00:00Z", "true", "null")]
    [InlineData("day-denver", "2026-03-09T14:59:00Z", "false", "\"2026-03-09T15:00:00Z\"")]
    [InlineData("day-denver", "2026-03-08T09:00:00Z", "false", "\"2026-03-09T15:00:00Z\"")]
    [InlineData("sentence", "2026-03-09T15:00:00Z", "null", "null")]
    [InlineData("silent", "2026-03-09T15:00:00Z", "null", "null")]
    public async Task Hours_AreThoseOfTheTime(string slug, string at, string openNow, string opensNext)
    {
        using var response = await service.Get($"/v1/contacts/{slug}/hours?at={at}", HttpStatusCode.OK);
        var hours = await Service.ReadJson(response);

        Assert.Equal(at, hours.GetProperty("at").GetString());
        Assert.Equal(openNow, hours.GetProperty("openNow").GetRawText());
        Assert.Equal(opensNext, hours.GetProperty("opensNext").GetRawText());
        Assert.Equal("no-store", Service.Header(response, "Cache-Control"));
    }

    [Fact]
    public async Task HoursWithoutATime_AreThoseOfNow() =>
        Assert.InRange(
            (await service.Json("/v1/contacts/night/hours")).GetProperty("at").GetDateTimeOffset(),
            DateTimeOffset.UtcNow.AddMinutes(-1),
            DateTimeOffset.UtcNow.AddMinutes(1));

    [Fact]
    public async Task Contact_HasItsHoursWithoutTheClock() => Assert.Equal(
        """{"zone":"America/Denver","weekly":[{"days":["MO","TU","WE","TH","FR"],"opens":"09:00","closes":"17:00"}],"text":"Closed on holidays"}""",
        (await service.Json("/v1/contacts/day-denver")).GetProperty("hours").GetRawText());

    [Fact]
    public async Task UnknownContactOrTime_IsTold()
    {
        await service.Problem("/v1/contacts/nobody/hours", HttpStatusCode.NotFound, "not-found");
        await service.Problem("/v1/contacts/night/hours?at=noon", HttpStatusCode.BadRequest, "invalid-request", "at");
    }

    [Theory]
    [InlineData("day-denver")]
    [InlineData("day-phoenix")]
    [InlineData("night")]
    [InlineData("change")]
    public async Task Database_HasTheSameRule(string slug)
    {
        var contacts = await ContactExport.Load(service.Database, "en", CancellationToken.None);
        var contact = contacts.Select(c => c.Contact).Single(c => c.Slug == slug);
        string[] changes = ["2026-03-08T09:00:00Z", "2026-11-01T08:00:00Z", "2027-03-14T09:00:00Z", "2027-11-07T08:00:00Z"];
        var times = changes.Select(c => DateTimeOffset.Parse(c, null))
            .SelectMany(c => Enumerable.Range(-96, 200).Select(quarter => c.AddMinutes(quarter * 15)))
            .ToArray();

        Assert.Equal(
            times.Select(t => OpeningHours.IsOpen(contact.Hours!, t)),
            await service.Database.Query<bool>(IsOpenSql, new { Contact = contact.Id, Times = times }, CancellationToken.None));
    }

    public sealed class Offices(TestCluster cluster) : Service(cluster)
    {
        protected override Task Fill() => this.ImportJson("contacts.json", $$"""
            {
              "affiliates": [{ "slug": "clocks", "name": "Clocks" }],
              "contacts": [
                {{Office("day-denver", """{ "zone": "America/Denver", "text": "Closed on holidays", "weekly": [{ "days": ["MO", "TU", "WE", "TH", "FR"], "opens": "09:00", "closes": "17:00" }] }""")}},
                {{Office("day-phoenix", """{ "zone": "America/Phoenix", "weekly": [{ "days": ["SA", "SU"], "opens": "00:00", "closes": "24:00" }] }""")}},
                {{Office("night", """{ "zone": "America/Denver", "weekly": [{ "days": ["SA"], "opens": "22:00", "closes": "02:30" }] }""")}},
                {{Office("change", """{ "zone": "America/Denver", "weekly": [{ "days": ["SU"], "opens": "01:30", "closes": "02:15" }, { "days": ["SU"], "opens": "03:15", "closes": "04:00" }] }""")}},
                {{Office("sentence", """{ "text": "By appointment" }""")}},
                {{Office("silent", "null")}}
              ]
            }
            """);

        private static string Office(string slug, string hours) =>
            $$"""{ "slug": "{{slug}}", "kind": "office", "name": "{{slug}}", "affiliate": "clocks", "hours": {{hours}}, "source": { "title": "A list" } }""";
    }
}
