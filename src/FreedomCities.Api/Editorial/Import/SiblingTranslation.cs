using FreedomCities.Api.Database;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>The text of a record in another language than the file's.</summary>
internal sealed record SiblingTranslation
{
    public required string Language { get; init; }

    /// <summary>The name or title.</summary>
    public required string Name { get; init; }

    public string? Role { get; init; }

    public string? Description { get; init; }

    public string? Accessibility { get; init; }

    public required string Hash { get; init; }

    public required Guid Source { get; init; }

    /// <summary>Publishes the other languages of a record, whose hash also covers the data that all languages share.</summary>
    /// <param name="sql">Selects the published and withdrawn translations of record @Id, without @Language.</param>
    /// <param name="computeHash">Computes the present hash of a translation.</param>
    public static async Task Publish(ImportContext context, Guid id, string sql, Func<SiblingTranslation, string> computeHash)
    {
        var siblings = await context.Connection.Query<SiblingTranslation>(sql, new { Id = id, context.Options.Language }, context.Ct);
        foreach (var sibling in siblings)
        {
            var hash = computeHash(sibling);
            if (hash != sibling.Hash)
            {
                await context.Publisher.Republish(id, sibling.Language, hash, sibling.Source);
            }
        }
    }
}
