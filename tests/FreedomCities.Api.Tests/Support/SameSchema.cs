namespace FreedomCities.Api.Tests.Support;

/// <summary>Lets Dapper compile what it reads rows with once, not once for each database: all have the same schema.</summary>
internal sealed class SameSchema : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) => true;

    public int GetHashCode(string obj) => 0;
}
