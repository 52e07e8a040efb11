using System.Globalization;

namespace FreedomCities.Api.Tests.Http;

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

        using var end = new CancellationTokenSource();
        var writing = WriteUntil(topic, end.Token);
        var slugs = await service.Walk($"/v1/faqs?topic={topic}&sort={sort}&limit=2");
        await end.CancelAsync();
        var written = await writing;

        var still = slugs.Where(s => s.StartsWith(topic + "-still-", StringComparison.Ordinal)).ToArray();
        var expected = Enumerable.Range(0, Count).Select(i => $"{topic}-still-{i.ToString(CultureInfo.InvariantCulture)}");
        Assert.Equal(sort == "position" ? expected : expected.Reverse(), still);
        Assert.True(written > Count / 2, $"Only {written} writes met the walk.");
    }

    /// <summary>Inserts before, between and after, and edits; more than one write to every page that is read.</summary>
    private async Task<int> WriteUntil(string topic, CancellationToken end)
    {
        var written = 0;
        for (; !end.IsCancellationRequested; written++)
        {
            var position = written % 3 == 0 ? 1 : written % 3 == 1 ? 1000 + (written * 7 % (Count * 10)) + 0.5 : 100_000;
            await service.Given.Faq($"{topic}-new-{written}", [topic], position: position, updatedAt: Time(written % 3 == 0 ? -1 : written % Count + 0.25));
            await service.Given.Execute(
                "update record set updated_at = @now where slug = @slug; update faq set position = @position where id = (select id from record where slug = @slug)",
                new { now = Time(Count + written), position, slug = $"{topic}-edited-{written % Count}" });
        }

        return written;
    }

    private static DateTimeOffset Time(double minute) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
}
