using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>What the model reads of a document.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Body">The part of it whose sentences are encoded separately, too.</param>
internal readonly record struct ModelInput(string Text, string Body)
{
    // Longer texts are rare, and the beginning has the answer.
    private const int MaxSentences = 50;

    /// <summary>Split when they are encoded: a text whose vectors are stored needs only its hash.</summary>
    public IEnumerable<string> FindSentences()
    {
        var body = Body;
        return body.Length == 0 ? [] : Sentences.Split(body).Take(MaxSentences).Select(s => body[s]);
    }

    /// <summary>The title, and the whole text.</summary>
    public static ModelInput[] Create(SearchDocument document)
    {
        var (title, body) = (document.Title, document.BodyText);
        return [new(title, ""), new(string.Join(". ", new[] { document.Context, title, body }.Where(t => t.Length > 0)), body)];
    }
}
