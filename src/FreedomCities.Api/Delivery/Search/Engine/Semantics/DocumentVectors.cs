namespace FreedomCities.Api.Delivery.Search.Engine.Semantics;

/// <summary>What a document means.</summary>
/// <param name="Title">Of its title.</param>
/// <param name="Text">Of its context, title and the beginning of its body.</param>
internal sealed record DocumentVectors(TextVector Title, TextVector Text)
{
    /// <summary>How close a query is to the title or to the text.</summary>
    public double Closeness(TextVector query) => Math.Max(Title.Cosine(query), Text.Cosine(query));

    /// <summary>See <see cref="SemanticQuery.Score"/>.</summary>
    public double Score(SemanticQuery query, double termScore) =>
        query.Score(Title.Cosine(query.Vector), Text.Cosine(query.Vector), termScore);
}
