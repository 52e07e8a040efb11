using FreedomCities.Api.Delivery.Search.Engine;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>A document with the hashes of what the model reads of it.</summary>
/// <param name="Hashes">Of <see cref="Inputs"/>.</param>
internal sealed record HashedDocument(SearchDocument Document, UInt128[] Hashes)
{
    /// <summary>They are made when they are needed: thousands may wait.</summary>
    public ModelInput[] Inputs => ModelInput.Create(Document);

    public static HashedDocument Create(SearchDocument document) =>
        new(document, Array.ConvertAll(ModelInput.Create(document), i => TextHash.Compute(i.Text)));
}
