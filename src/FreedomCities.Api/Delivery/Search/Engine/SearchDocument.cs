using System.Text;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>A record's words in one language, and what it is filtered and shown by.</summary>
internal sealed record SearchDocument
{
    public required Guid Id { get; init; }

    /// <summary>faq, topic, resource or contact.</summary>
    public required string Type { get; init => field = string.Intern(value); }

    public required string Slug { get; init; }

    public required string Language { get; init => field = string.Intern(value); }

    public required string Origin { get; init => field = string.Intern(value); }

    public required bool Outdated { get; init; }

    /// <summary>What it is shown as: a question, a title, a name.</summary>
    public required string Title { get; init; }

    /// <summary>The names of what it belongs to; of a topic, its own.</summary>
    public required string Context { get; init; }

    /// <summary>Other ways that people ask the same.</summary>
    public required string[] Aliases { get; init; }

    /// <summary>Plain text as UTF-8, half of what a string takes.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Every slug that its topics ever had.</summary>
    public required string[] Topics { get; init => field = Array.ConvertAll(value, string.Intern); }

    /// <summary>ISO 3166-2; null: not bound to a place.</summary>
    public required string? Jurisdiction { get; init; }

    public string BodyText => Encoding.UTF8.GetString(Body);
}
