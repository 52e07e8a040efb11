using FreedomCities.Api.Http.Limits;
using Microsoft.Extensions.Time.Testing;

namespace FreedomCities.Api.Tests.Http.Limits;

/// <summary>A stream's client takes 64 KB a second, over each minute that is spent waiting for it.</summary>
public sealed class MinimumRateTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(5, 320_000, true)]
    [InlineData(5, 319_000, false)]
    [InlineData(1, 18_000, false)]
    public async Task Client_HasToTakeItsMinimum(int seconds, int bytes, bool isFastEnough)
    {
        var rate = new MinimumRate(_clock);
        for (var waited = seconds; waited < 60; waited += seconds)
        {
            Assert.True(await Take(rate, seconds, bytes));
        }

        Assert.Equal(isFastEnough, await Take(rate, seconds, bytes));
    }

    [Fact]
    public async Task TimeBetweenTwoSends_DoesNotCount()
    {
        var rate = new MinimumRate(_clock);
        for (var send = 0; send < 100; send++)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            Assert.True(await Take(rate, 1, 64_000));
        }
    }

    private Task<bool> Take(MinimumRate rate, int seconds, int bytes) => rate.Measure(
        () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            return ValueTask.CompletedTask;
        },
        bytes);
}
