using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Delivery.Search;

/// <summary>What was found.</summary>
public sealed record SearchAnswer : IPage
{
    /// <summary>The records that match best, best first. Those beyond limit aren't to be had: ask more precisely.</summary>
    public required Found[] Items { get; init; }

    /// <summary>False: nothing here is near what was asked, and items are only the nearest. Offer the contacts instead.</summary>
    public required bool Confident { get; init; }

    /// <summary>What was asked with unknown words put right, as it was looked for; null: nothing to put right.</summary>
    public required string? DidYouMean { get; init; }

    string[] IPage.Languages => [.. Items.Select(i => i.Language.Served).Distinct(StringComparer.Ordinal)];
}

/// <summary>A record that was found.</summary>
public sealed record Found
{
    /// <summary>What it is.</summary>
    [AllowedValues("faq", "topic", "resource", "contact")]
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

/// <summary>A part of a text, cut at words. Plain text: show it as text, never as HTML.</summary>
public sealed record Snippet
{
    /// <summary>At most 240 characters, with … where something was left out; empty: the record has no text but its title.</summary>
    public required string Text { get; init; }

    /// <summary>The words that match: pairs of start and end (exclusive), in UTF-16 code units of text, ascending.</summary>
    public required int[][] Highlights { get; init; }
}

/// <summary>Questions that go on as what was typed begins.</summary>
public sealed record Suggestions : IPage
{
    /// <summary>At most 10, the likeliest first.</summary>
    public required Suggestion[] Items { get; init; }

    string[] IPage.Languages => [.. Items.Select(i => i.Language).Distinct(StringComparer.Ordinal)];
}

/// <summary>A question that may be meant.</summary>
public sealed record Suggestion
{
    /// <summary>The whole question.</summary>
    public required string Question { get; init; }

    /// <summary>The FAQ entry's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The question's language (BCP 47).</summary>
    public required string Language { get; init; }
}
