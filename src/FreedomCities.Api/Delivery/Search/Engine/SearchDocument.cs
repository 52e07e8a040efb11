using System.Text;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;

namespace FreedomCities.Api.Delivery.Search.Engine;

/// <summary>A record in one language: the indexed fields, and the stored ones that filters and results need.</summary>
internal sealed record SearchDocument
{
    public required Guid Id { get; init; }

    /// <summary>faq, topic, resource or contact.</summary>
    public required string Type { get; init => field = string.Intern(value); }

    public required string Slug { get; init; }

    public required string Language { get; init => field = string.Intern(value); }

    public required string Origin { get; init => field = string.Intern(value); }

    public required bool Outdated { get; init; }

    /// <summary>A question, a title or a name.</summary>
    public required string Title { get; init; }

    /// <summary>The names of the record's topics or affiliate and place; of a topic, its own name.</summary>
    public required string Context { get; init; }

    /// <summary>Other ways to ask the question.</summary>
    public required string[] Aliases { get; init; }

    /// <summary>Plain text in UTF-8, which needs half the memory of a string.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The current and former slugs of the record's topics.</summary>
    public required string[] Topics { get; init => field = Array.ConvertAll(value, string.Intern); }

    /// <summary>ISO 3166-2; null: not about one place.</summary>
    public required string? Jurisdiction { get; init; }

    /// <summary>Null: they haven't been made yet, or no model knows the language.</summary>
    public DocumentVectors? Vectors
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    public string BodyText => Encoding.UTF8.GetString(Body);
}
