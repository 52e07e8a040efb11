using System.Globalization;

namespace FreedomCities.Api.Tests.Http.Requests;

public sealed class ConcurrentPagingTests(Service service) : IClassFixture<Service>
{
    private const int Count = 40;

    [Theory]
    [InlineData("position")]
    [InlineData("-updatedAt")]
    public async Task EntriesThatDidNotChange_AreGivenExactlyOnceWhileOthersDo(string sort)
    {
        var topic = sort.TrimStart('-').ToLowerInvariant();
        await service.Given.Topic(topic);
        foreach (var i in Enumerable.Range(0, Count))
        {
            await service.Given.Faq($"{topic}-still-{i}", [topic], position: 1000 + (i * 10), updatedAt: Time(i));
            await service.Given.Faq($"{topic}-edited-{i}", [topic], position: 1005 + (i * 10), updatedAt: Time(i + 0.5));
        }

        var (slugs, written) = (new List<string>(), 0);
        for (var next = $"/v1/faqs?topic={topic}&sort={sort}&limit=2"; next is not null; written++)
        {
            var page = await service.Json(next);
            slugs.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!));
            next = page.GetProperty("next").GetString();
            await Write(topic, written);
        }

        var still = slugs.Where(s => s.StartsWith(topic + "-still-", StringComparison.Ordinal)).ToArray();
        var expected = Enumerable.Range(0, Count).Select(i => $"{topic}-still-{i.ToString(CultureInfo.InvariantCulture)}");
        Assert.Equal(sort == "position" ? expected : expected.Reverse(), still);
        Assert.InRange(written, Count, 10 * Count);
    }

    /// <summary>Inserts before, between or after, and edits.</summary>
    private async Task Write(string topic, int n)
    {
        var position = n % 3 == 0 ? 1 : n % 3 == 1 ? 1000 + (n * 7 % (Count * 10)) + 0.5 : 100_000;
        await service.Given.Faq($"{topic}-new-{n}", [topic], position: position, updatedAt: Time(n % 3 == 0 ? -1 : n % Count + 0.25));
        await service.Given.Execute(
            "update record set updated_at = @now where slug = @slug; update faq set position = @position where id = (select id from "
                + "record where slug = @slug)",
            new { now = Time(Count + n), position, slug = $"{topic}-edited-{n % Count}" });
    }

    private static DateTimeOffset Time(double minute) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
}
