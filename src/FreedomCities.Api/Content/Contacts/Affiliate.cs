namespace FreedomCities.Api.Content.Contacts;

/// <summary>Organisation that an office belongs to.</summary>
public sealed record Affiliate
{
    /// <summary>Slug of the organisation, for the filter `affiliate`.</summary>
    public required string Slug { get; init; }

    /// <summary>Name of the organisation.</summary>
    public required string Name { get; init; }

    /// <summary>Website (http or https). Null: unknown.</summary>
    public required string? Url { get; init; }
}
