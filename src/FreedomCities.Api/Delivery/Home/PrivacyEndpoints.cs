using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Home;

/// <summary>Machine-readable privacy statement: the service stores no data about its readers.</summary>
public sealed record PrivacyStatement
{
    /// <summary>Privacy statement as a text.</summary>
    public required string Statement { get; init; }

    /// <summary>Whether the service sets cookies or uses browser storage.</summary>
    public required bool Cookies { get; init; }

    /// <summary>Whether the service assigns or reads identifiers of readers.</summary>
    public required bool Identifiers { get; init; }

    /// <summary>Whether its pages send requests to third parties.</summary>
    public required bool ThirdPartyRequests { get; init; }

    /// <summary>Request data that is written to logs, metrics, traces or tables. Empty: none.</summary>
    public required string[] Kept { get; init; }

    /// <summary>Request data that is never stored.</summary>
    public required string[] NeverKept { get; init; }
}

internal static class PrivacyEndpoints
{
    private static readonly PrivacyStatement Statement = new()
    {
        Statement = "This service does not track its readers. All readers get the same content, and no data about them is stored.",
        Cookies = false,
        Identifiers = false,
        ThirdPartyRequests = false,
        Kept = [],
        NeverKept = ["IP address", "user agent", "referrer", "query string", "search query", "requested place"],
    };

    /// <summary>Get the privacy statement</summary>
    /// <remarks>Lists which data about readers the service stores: none. Suitable for automated checks.</remarks>
    public static Ok<PrivacyStatement> Get() => TypedResults.Ok(Statement);
}
