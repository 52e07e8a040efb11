using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values.Choices;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>Record that matches the query.</summary>
public sealed record SearchHit
{
    /// <summary>Type of the record.</summary>
    [AllowedChoices<Vocabulary.RecordTypes>]
    public required string Type { get; init; }

    /// <summary>Current slug of the record.</summary>
    public required string Slug { get; init; }

    /// <summary>Question, title or name of the record.</summary>
    public required string Title { get; init; }

    /// <summary>Part of the text that matches best.</summary>
    public required Snippet Snippet { get; init; }

    /// <summary>
    /// How well the record matches the query by words and meaning, 0 to 1. An identical question, title or alias scores 1. Compare scores
    /// within one response only.
    /// </summary>
    [Range(0d, 1d)]
    public required double Score { get; init; }

    /// <summary>Path of the record in this API.</summary>
    public required string Url { get; init; }

    public required Language Language { get; init; }
}
