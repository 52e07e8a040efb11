using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>A thousand wait at once; one more is told to come again.</summary>
public sealed class ManyWaitingTests(FeedCluster cluster) : Service(cluster)
{
    private const int Places = 1_000;

    // All clients are one network.
    private protected override string[] Settings => [$"--RateLimits:OpenRequests={Load.Flood}"];

    [Fact]
    public async Task OneMoreThanThePlaces_IsRefusedAndTheOthersAreAnswered()
    {
        var path = $"/v1/changes?wait=30&since={await this.Cursor()}";
        var waiting = Wait(Http, path);

        using (var refused = await await Task.WhenAny(waiting))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (refused.StatusCode, Header(refused, "Retry-After")));
            Assert.Contains("Too many wait", (await ReadJson(refused)).Text("detail"), StringComparison.Ordinal);
        }

        Assert.Equal(1, waiting.Count(w => w.IsCompleted));
        await Json(path.Replace("wait=30", "wait=0", StringComparison.Ordinal));
        await Given.Faq("entry");

        var answers = await Task.WhenAll(waiting);
        Assert.Equal(Places, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        foreach (var answer in answers.Where(a => a.StatusCode == HttpStatusCode.OK))
        {
            Assert.Equal("entry", Assert.Single((await ReadJson(answer)).GetProperty("items").EnumerateArray()).Text("slug"));
        }
    }

    [Fact]
    public async Task WaitThatIsGivenUp_LeavesItsPlace()
    {
        var path = $"/v1/changes?wait=30&since={await this.Cursor()}";
        using var stop = new CancellationTokenSource();
        var waiting = Wait(Http, path, stop.Token);
        using var refused = await await Task.WhenAny(waiting);
        await stop.CancelAsync();

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await Status(path.Replace("wait=30", "wait=1", StringComparison.Ordinal)) is var status && status != HttpStatusCode.OK)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.False(deadline.IsCancellationRequested, "No place is free.");
        }
    }

    [Fact]
    public async Task ServiceThatIsStopped_AnswersWhoWaits()
    {
        var path = $"/v1/changes?wait=30&since={await this.Cursor()}";
        await using var program = ProgramProcess.Serve(
            null, ("ConnectionStrings__FreedomCities", Server.App), ("RateLimits__OpenRequests", Load.Flood));
        using var http = await program.Http();
        var waiting = Wait(http, path);
        var refused = await Task.WhenAny(waiting);

        await program.Stop();

        var answers = await Task.WhenAll(waiting.Where(w => w != refused));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var answer = await Send(HttpMethod.Get, path);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage>[] Wait(HttpClient http, string path, CancellationToken ct = default) =>
        [.. Enumerable.Range(0, Places + 1).Select(_ => http.GetAsync(path, ct))];
}
