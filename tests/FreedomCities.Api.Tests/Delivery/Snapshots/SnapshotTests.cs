using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Snapshots;

public sealed class SnapshotTests(SeededService service) : IClassFixture<SeededService>
{
    [Fact]
    public async Task Lines_AreEveryTextAsASingleReadGivesItAndTheEnd()
    {
        var lines = await Lines("/v1/snapshot");

        Assert.Equal("end", lines[^1].Text("type"));
        Assert.Equal(lines.Length - 1, lines[^1].GetProperty("count").GetInt32());
        Assert.Equal(4, lines[..^1].Select(l => l.Text("type")).Distinct().Count());
        foreach (var line in lines[..^1])
        {
            var record = line.GetProperty("record");
            var single = await service.Json($"/v1/{line.Text("type")}s/{record.Text("slug")}?lang={Language(record)}");
            Assert.Equal(
                single.GetRawText().Replace($"\"requested\":\"{Language(record)}\"", "\"requested\":null", StringComparison.Ordinal),
                record.GetRawText());
        }
    }

    [Theory]
    [InlineData("?types=faq", 10)]
    [InlineData("?types=faq,topic", 12)]
    [InlineData("?types=faq&lang=es", 5)]
    [InlineData("?lang=ES&types=faq", 5)]
    [InlineData("?types=contact&lang=es", 0)]
    [InlineData("?lang=fr", 0)]
    public async Task Filter_LeavesTheOthersOut(string query, int count) =>
        Assert.Equal(count, (await Lines("/v1/snapshot" + query))[^1].GetProperty("count").GetInt32());

    [Theory]
    [InlineData("?types=faqs", "types")]
    [InlineData("?types=", "types")]
    [InlineData("?lang=e_s", "lang")]
    [InlineData("?since=a", "since")]
    public async Task UnknownFilter_Returns400(string query, string parameter) =>
        await service.Problem("/v1/snapshot" + query, HttpStatusCode.BadRequest, "invalid-request", parameter);

    [Fact]
    public async Task Unchanged_CostsA304InEachEncodingByItself()
    {
        await service.Settle();
        using var plain = await service.Get("/v1/snapshot");
        using var packed = await service.Get("/v1/snapshot", HttpStatusCode.OK, ("Accept-Encoding", "br"));
        using var head = await service.Send(HttpMethod.Head, "/v1/snapshot");

        Assert.Equal("br", Service.Header(packed, "Content-Encoding"));
        Assert.NotEqual(Service.Header(plain, "ETag"), Service.Header(packed, "ETag"));
        Assert.Equal(Service.Header(plain, "ETag"), Service.Header(head, "ETag"));
        Assert.Equal("", await head.Content.ReadAsStringAsync());
        using var packedHead = await service.Send(HttpMethod.Head, "/v1/snapshot", ("Accept-Encoding", "br"));
        Assert.Equal(
            ("br", Service.Header(packed, "ETag")),
            (Service.Header(packedHead, "Content-Encoding"), Service.Header(packedHead, "ETag")));
        using var unchanged = await service.Get(
            "/v1/snapshot",
            HttpStatusCode.NotModified,
            ("Accept-Encoding", "br"),
            ("If-None-Match", Service.Header(packed, "ETag")!));
        using var otherFilter = await service.Get(
            "/v1/snapshot?lang=es",
            HttpStatusCode.OK,
            ("If-None-Match", Service.Header(plain, "ETag")!));
    }

    [Theory]
    [InlineData("/v1/snapshot/")]
    [InlineData("/V1/Snapshot")]
    public async Task Address_IsStreamedHoweverItIsWritten(string path)
    {
        await service.Settle();
        using var snapshot = await service.Get("/v1/snapshot");
        using var same = await service.Get(path);

        Assert.Equal(Service.Header(snapshot, "ETag"), Service.Header(same, "ETag"));
        Assert.True(same.Headers.TransferEncodingChunked);
    }

    [Theory]
    [InlineData("delete from change", true)] // by age; what it leaves is in change_horizon
    public async Task Validator_ChangesWithTheBytes(string sql, bool stays)
    {
        await service.Settle();
        await service.Cluster.Superuser(
            service.DatabaseName,
            "update change_horizon h set (xid, number) = (select c.xid, c.number from change c where c.epoch = h.epoch order by c.xid "
                + "desc, c.number desc limit 1) where exists (select from change c where c.epoch = h.epoch)");
        using var before = await service.Get("/v1/snapshot");

        await service.Cluster.Superuser(service.DatabaseName, sql);

        using var after = await service.Get("/v1/snapshot");
        Assert.Equal(stays, Service.Header(before, "ETag") == Service.Header(after, "ETag"));
        Assert.Equal(stays, await before.Content.ReadAsStringAsync() == await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Accept_IsJudgedAgainstNdjson()
    {
        using var refused = await service.Get("/v1/snapshot", HttpStatusCode.NotAcceptable, ("Accept", "application/json"));
        using var taken = await service.Get("/v1/snapshot", HttpStatusCode.OK, ("Accept", "application/x-ndjson"));
    }

    private static string Language(JsonElement record) => record.GetProperty("language").Text("served");

    private async Task<JsonElement[]> Lines(string path)
    {
        using var response = await service.Get(path);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        return [.. (await response.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n').Select(l => JsonElement.Parse(l))];
    }
}
