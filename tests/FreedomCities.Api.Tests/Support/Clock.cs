using System.Globalization;

namespace FreedomCities.Api.Tests.Support;

/// <summary>A clock that stands still.</summary>
internal sealed class Clock(string now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
}
