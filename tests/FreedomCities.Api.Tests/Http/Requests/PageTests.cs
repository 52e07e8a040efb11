using System.Globalization;

namespace FreedomCities.Api.Tests.Http.Requests;

public sealed class PageTests(LongLists service) : IClassFixture<LongLists>
{
    public static TheoryData<string> Lists =>
        [
            "/v1/faqs?sort=position", "/v1/faqs?sort=-updatedAt", "/v1/faqs?topic=topic-1", "/v1/topics?", "/v1/resources?",
            "/v1/resources?topic=topic-1", "/v1/contacts?", "/v1/contacts?city=Here",
        ];

    public static MatrixTheoryData<string, int> ListsAndLimits => new(Lists.Select(l => l.Data), [1, 2, 7, 23]);

    [Theory, MemberData(nameof(ListsAndLimits))]
    public async Task WalkToTheEnd_GivesEveryRecordOnceInOrder(string list, int limit)
    {
        var whole = await service.Slugs($"{list}&limit=100");

        Assert.Equal(LongLists.Count, whole.Length);
        Assert.Equal(whole, await service.Walk($"{list}&limit={limit}"));
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Limit_Is20Unless1To100AreAskedFor(string list)
    {
        Assert.Equal(20, (await service.Slugs(list)).Length);
        Assert.Single(await service.Slugs($"{list}&limit=1"));
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Next_IsInTheLinkHeaderTooAndNullAtTheEnd(string list)
    {
        using var first = await service.Get($"{list}&limit=20");
        var next = (await Service.ReadJson(first)).GetProperty("next").GetString();
        Assert.Equal($"<{next}>; rel=\"next\"", Service.Header(first, "Link"));

        using var last = await service.Get(next!);
        Assert.Null((await Service.ReadJson(last)).GetProperty("next").GetString());
        Assert.Null(Service.Header(last, "Link"));
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task ExactlyFullPage_IsTheLastOne(string list)
    {
        var page = await service.Json($"{list}&limit={LongLists.Count}");

        Assert.Equal(LongLists.Count, page.GetProperty("items").GetArrayLength());
        Assert.Null(page.GetProperty("next").GetString());
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Items_AreTheSingleReads(string list)
    {
        foreach (var item in (await service.Json($"{list}&limit=3")).GetProperty("items").EnumerateArray())
        {
            var single =
                await service.Json($"{list[..list.IndexOf('?', StringComparison.Ordinal)]}/{item.GetProperty("slug").GetString()}");

            Assert.Equal(single.GetRawText(), item.GetRawText());
        }
    }

    [Fact]
    public async Task Next_KeepsTheFilters()
    {
        var next = (await service.Json("/v1/contacts?city=h%65re&kind=office&limit=2&lang=en")).GetProperty("next").GetString()!;

        Assert.StartsWith("/v1/contacts?", next, StringComparison.Ordinal);
        Assert.All(["city=here", "kind=office", "limit=2", "lang=en", "cursor="], p => Assert.Contains(p, next, StringComparison.Ordinal));
    }
}

/// <summary>As many records of every kind, with ties where the order may have them.</summary>
public sealed class LongLists(TestCluster cluster) : Service(cluster)
{
    public const int Count = 23;

    protected override async Task Fill()
    {
        foreach (var i in Enumerable.Range(1, Count))
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            var parent = i % 4 == 0 ? null : $"resource-{(i / 4 * 4).ToString(CultureInfo.InvariantCulture)}";
            await Given.Topic($"topic-{n}");
            await (parent is null or "resource-0" ? Given.Resource($"resource-{n}") : Given.Resource(
                $"resource-{n}",
                parent: parent,
                position: 1));
            await Given.Contact($"contact-{n}", city: "Here", state: "NM");
            await Given.Faq(
                $"faq-{n}",
                ["topic-1"],
                position: i / 3,
                updatedAt: DateTimeOffset.UnixEpoch.AddMilliseconds(i / 5 / 100.0),
                resources: [$"resource-{n}"]);
        }
    }
}
