using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>The copies of vectors that a query reads are those of the documents.</summary>
public sealed class VectorBlocksTests
{
    private const int Count = 200; // more than three blocks
    private const int Dimensions = 384;

    private readonly Random _random = new(1);
    private readonly TextVector _query;

    public VectorBlocksTests() => _query = Vector();

    [Fact]
    public void Cosines_AreThoseOfTheDocument()
    {
        var documents = Documents(_ => true);
        var blocks = new VectorBlocks(documents);

        Assert.All(Enumerable.Range(0, Count).Reverse(), n => Assert.Equal(Cosines(documents[n]), blocks.Compare(n, _query)));
    }

    [Fact]
    public void VectorsThatArriveLater_Count()
    {
        var documents = Documents(n => n % 2 == 0);
        var blocks = new VectorBlocks(documents);
        Assert.All(Enumerable.Range(0, Count), n => Assert.Equal(n % 2 == 0, blocks.Compare(n, _query) is not null));

        documents[7].Vectors = new DocumentVectors(Vector(), Vector());

        Assert.Equal(Cosines(documents[7]), blocks.Compare(7, _query));
        Assert.Null(blocks.Compare(9, _query));
        Assert.Equal(Cosines(documents[8]), blocks.Compare(8, _query));
    }

    [Fact]
    public void QueriesAtOnce_ReadTheSame()
    {
        var documents = Documents(_ => true);
        for (var round = 0; round < 20; round++)
        {
            var blocks = new VectorBlocks(documents);

            Parallel.For(0, 8, _ => Assert.All(
                Enumerable.Range(0, Count), n => Assert.Equal(Cosines(documents[n]), blocks.Compare(n, _query))));
        }
    }

    private (double, double)? Cosines(SearchDocument document) =>
        (document.Vectors!.Title.Cosine(_query), document.Vectors.Text.Cosine(_query));

    private SearchDocument[] Documents(Func<int, bool> hasVectors) =>
    [
        .. Enumerable.Range(0, Count).Select(n => SearchDocuments.Faq($"Question {n}?") with
        {
            Vectors = hasVectors(n) ? new DocumentVectors(Vector(), Vector()) : null,
        }),
    ];

    private TextVector Vector() =>
        TextVector.Quantize([.. Enumerable.Range(0, Dimensions).Select(_ => _random.NextSingle() - 0.5f)]);
}
