using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>A hundred requests of one network wait at once, a thousand of all; one more is refused.</summary>
public sealed class ManyWaitingTests(FeedCluster cluster) : Service(cluster)
{
    private const int PerClient = 100;
    private const int All = 1_000;
    private const string Client = "192.0.2.1";

    // The tests' clients are many.
    private protected override string[] Settings => ["--TrustedProxies=127.0.0.1"];

    [Fact]
    public async Task OneMoreThanAClientMay_IsRefusedAndAnotherClientWaits()
    {
        var path = await Path();
        var waiting = Wait(Http, path, Client, PerClient + 1);
        using (var refused = await await Task.WhenAny(waiting))
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, "5"), (refused.StatusCode, Header(refused, "Retry-After")));
            Assert.Contains(
                "Your network has reached its limit of 100 long-polling requests",
                (await ReadJson(refused)).Text("detail"),
                StringComparison.Ordinal);
        }

        var other = Wait(Http, path, "192.0.2.2", 1);
        await Task.WhenAny(other[0], Json(path.Replace("wait=30", "wait=0", StringComparison.Ordinal)));
        await Given.Faq("entry");

        Assert.Equal(PerClient + 1, (await Task.WhenAll(waiting.Concat(other))).Count(a => a.StatusCode == HttpStatusCode.OK));
    }

    [Fact(Explicit = true)] // a thousand requests
    public async Task OneMoreThanAllMay_IsRefusedAndTheOthersAreAnswered()
    {
        var path = await Path();
        var waiting = Enumerable.Range(0, 11).SelectMany(client => Wait(Http, path, $"198.51.100.{client}", 91)).ToArray();
        using (var refused = await await Task.WhenAny(waiting))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (refused.StatusCode, Header(refused, "Retry-After")));
            Assert.Contains(
                "The service has reached its limit of 1000 long-polling requests",
                (await ReadJson(refused)).Text("detail"),
                StringComparison.Ordinal);
        }

        Assert.Equal(1, waiting.Count(w => w.IsCompleted));
        await Given.Faq("entry");

        var answers = (await Task.WhenAll(waiting)).Where(a => a.StatusCode == HttpStatusCode.OK).ToArray();
        Assert.Equal(All, answers.Length);
        foreach (var answer in answers)
        {
            Assert.Equal("entry", Assert.Single((await ReadJson(answer)).GetProperty("items").EnumerateArray()).Text("slug"));
        }
    }

    [Fact]
    public async Task WaitThatIsGivenUp_LeavesItsPlace()
    {
        var path = await Path();
        using var stop = new CancellationTokenSource();
        using var refused = await await Task.WhenAny(Wait(Http, path, Client, PerClient + 1, stop.Token));
        await stop.CancelAsync();

        var brief = path.Replace("wait=30", "wait=1", StringComparison.Ordinal);
        await Eventually.Is(
            async () => (await Send(HttpMethod.Get, brief, ("X-Forwarded-For", Client))).IsSuccessStatusCode,
            "a place is free");
    }

    [Fact]
    public async Task ServiceThatIsStopped_AnswersWhoWaits()
    {
        var path = await Path();
        await using var program = ProgramProcess.Serve(null, ("ConnectionStrings__FreedomCities", Server.App));
        using var http = await program.Http();
        var waiting = Wait(http, path, Client, PerClient + 1);
        var refused = await Task.WhenAny(waiting);

        await program.Stop();

        var answers = await Task.WhenAll(waiting.Where(w => w != refused));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    private async Task<string> Path() => $"/v1/changes?wait=30&since={await this.Cursor()}";

    private static Task<HttpResponseMessage>[] Wait(
        HttpClient http,
        string path,
        string client,
        int requests,
        CancellationToken ct = default)
    {
        return [.. Enumerable.Range(0, requests).Select(_ => Get())];

        async Task<HttpResponseMessage> Get()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Forwarded-For", client);
            return await http.SendAsync(request, ct);
        }
    }
}
