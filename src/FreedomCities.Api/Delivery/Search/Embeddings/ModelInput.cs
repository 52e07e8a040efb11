using FreedomCities.Api.Delivery.Search.Engine;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>What the model reads of a document.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Sentences">Its sentences, which are encoded separately.</param>
internal readonly record struct ModelInput(string Text, string[] Sentences)
{
    // Longer texts are rare, and the beginning has the answer.
    private const int MaxSentences = 50;

    /// <summary>The title, and the whole text with the sentences of its body.</summary>
    public static ModelInput[] Create(SearchDocument document)
    {
        var (title, body) = (document.Title, document.BodyText);
        var text = string.Join(". ", new[] { document.Context, title, body }.Where(t => t.Length > 0));
        return [new(title, []), new(text, [.. Engine.Semantics.Sentences.Split(body).Take(MaxSentences).Select(s => body[s])])];
    }
}
