using Dapper;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A record's words in a language that the file isn't in.</summary>
internal sealed record SiblingTranslation
{
    public required string Language { get; init; }

    /// <summary>Its name or title.</summary>
    public required string Name { get; init; }

    public string? Role { get; init; }

    public string? Description { get; init; }

    public required string Hash { get; init; }

    public required Guid Source { get; init; }

    /// <summary>What isn't words is the same in all languages: each that it changes gets a revision.</summary>
    /// <param name="sql">Gives the languages of record @Id that are published or withdrawn, but for @Language.</param>
    /// <param name="hashOf">The record's hash with the words of the other language.</param>
    public static async Task Publish(ImportContext work, Guid id, string sql, Func<SiblingTranslation, string> hashOf)
    {
        var others = await work.Connection.QueryAsync<SiblingTranslation>(new(sql, new { Id = id, work.Options.Language }, cancellationToken: work.Ct));
        foreach (var other in others)
        {
            var hash = hashOf(other);
            if (hash != other.Hash)
            {
                await work.Publisher.Republish(id, other.Language, hash, other.Source);
            }
        }
    }
}
