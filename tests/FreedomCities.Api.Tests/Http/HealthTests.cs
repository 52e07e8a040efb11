using System.Net;

namespace FreedomCities.Api.Tests.Http;

public sealed class HealthTests(Service service, UnmigratedService unmigrated, StrandedService stranded)
    : IClassFixture<Service>, IClassFixture<UnmigratedService>, IClassFixture<StrandedService>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task MigratedDatabase_IsWell(string path) =>
        Assert.Equal("""{"status":"ok"}""", (await service.Json(path)).GetRawText());

    [Theory]
    [InlineData("/health")]
    [InlineData("/healthz")]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task AddressOfOthers_Returns404ThatNamesTheRightOnes(string path)
    {
        var detail = (await service.Problem(path, HttpStatusCode.NotFound, "not-found")).Text("detail");

        Assert.Contains("/health/live", detail, StringComparison.Ordinal);
        Assert.Contains("/health/ready", detail, StringComparison.Ordinal);
        using var post = await service.Post(path, "{}");
        Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
    }

    [Fact]
    public async Task UnmigratedDatabase_IsNotReadyAndSaysWhatToDo()
    {
        var problem = await unmigrated.Problem("/health/ready", HttpStatusCode.ServiceUnavailable, "service-unavailable");

        Assert.Contains("Run the command migrate", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseAway_IsNotReady()
    {
        var problem = await stranded.Problem("/health/ready", HttpStatusCode.ServiceUnavailable, "service-unavailable");

        Assert.Contains("is unreachable", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseAwayOrUnmigrated_IsStillAlive()
    {
        await stranded.Json("/health/live");
        await unmigrated.Json("/health/live");
    }
}
