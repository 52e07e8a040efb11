using FreedomCities.Api.Http;
using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>What the service keeps of its readers: nothing. ReadersPrivacyTests holds it to this.</summary>
public sealed record PrivacyStatement
{
    /// <summary>The promise in words.</summary>
    public required string Statement { get; init; }

    /// <summary>Whether it sets cookies or uses a browser's storage.</summary>
    public required bool Cookies { get; init; }

    /// <summary>Whether it gives readers identifiers, or takes any.</summary>
    public required bool Identifiers { get; init; }

    /// <summary>Whether its pages ask anybody else for anything.</summary>
    public required bool ThirdPartyRequests { get; init; }

    /// <summary>What of a reader's request is written to logs, metrics, traces or tables.</summary>
    public required string[] Kept { get; init; }

    /// <summary>What never is.</summary>
    public required string[] NeverKept { get; init; }
}

internal static class PrivacyEndpoints
{
    private static readonly PrivacyStatement Statement = new()
    {
        Statement = "Readers of this service are not tracked. It serves the same content to everybody and keeps nothing about who reads it.",
        Cookies = false,
        Identifiers = false,
        ThirdPartyRequests = false,
        Kept = [],
        NeverKept = ["IP address", "user agent", "referrer", "query string", "search words", "place asked for"],
    };

    public static void MapPrivacy(this IEndpointRouteBuilder app) =>
        app.MapGroup("/.well-known").WithTags("Index").PublicRead().CrossOrigin().Cached(CacheLifetime.Process)
            .MapGet("/privacy.json", Get).WithName("getPrivacyStatement");

    /// <summary>Read what is kept of readers</summary>
    /// <remarks>For programs; in words it is in `statement`.</remarks>
    private static Ok<PrivacyStatement> Get() => TypedResults.Ok(Statement);
}
