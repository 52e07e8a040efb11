using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>What the service stores about its readers: nothing. ReadersPrivacyTests tests it.</summary>
public sealed record PrivacyStatement
{
    /// <summary>The promise in words.</summary>
    public required string Statement { get; init; }

    /// <summary>Whether it sets cookies or uses a browser's storage.</summary>
    public required bool Cookies { get; init; }

    /// <summary>Whether it assigns or reads identifiers of readers.</summary>
    public required bool Identifiers { get; init; }

    /// <summary>Whether its pages send requests to third parties.</summary>
    public required bool ThirdPartyRequests { get; init; }

    /// <summary>The parts of a reader's request that it writes to logs, metrics, traces or tables.</summary>
    public required string[] Kept { get; init; }

    /// <summary>The parts that it never writes.</summary>
    public required string[] NeverKept { get; init; }
}

internal static class PrivacyEndpoints
{
    private static readonly PrivacyStatement Statement = new()
    {
        Statement = "Readers of this service are not tracked. It serves every reader the same content and stores nothing about them.",
        Cookies = false,
        Identifiers = false,
        ThirdPartyRequests = false,
        Kept = [],
        NeverKept = ["IP address", "user agent", "referrer", "query string", "search words", "requested place"],
    };

    public static void MapPrivacy(this IEndpointRouteBuilder app) =>
        app.MapGroup("/.well-known").WithTags("Index").PublicRead().Cached(CacheLifetime.Process)
            .MapGet("/privacy.json", Get).WithName("getPrivacyStatement");

    /// <summary>Get the privacy statement</summary>
    /// <remarks>Flags for programs; `statement` says the same in words.</remarks>
    private static Ok<PrivacyStatement> Get() => TypedResults.Ok(Statement);
}
