using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>A record that was found.</summary>
public sealed record SearchHit
{
    /// <summary>What it is.</summary>
    [AllowedChoices<Vocabulary.RecordTypes>]
    public required string Type { get; init; }

    /// <summary>Permanent name in URLs.</summary>
    public required string Slug { get; init; }

    /// <summary>The question, title or name.</summary>
    public required string Title { get; init; }

    /// <summary>The part of its text that says most about what was asked.</summary>
    public required Snippet Snippet { get; init; }

    /// <summary>How much of what was asked the record says: 1 is all, and for a question or alias in just these words.</summary>
    [Range(0d, 1d)]
    public required double Score { get; init; }

    /// <summary>Path of the record.</summary>
    public required string Url { get; init; }

    public required Language Language { get; init; }
}
