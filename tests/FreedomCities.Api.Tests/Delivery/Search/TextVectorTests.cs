using FreedomCities.Api.Delivery.Search.Engine.Semantics;

namespace FreedomCities.Api.Tests.Delivery.Search;

public sealed class TextVectorTests
{
    [Theory]
    [InlineData(384)]
    [InlineData(5)]
    public void Cosine_IsThatOfTheValues(int dimensions)
    {
        var random = new Random(1);
        for (var i = 0; i < 100; i++)
        {
            float[] a = [.. Enumerable.Range(0, dimensions).Select(_ => (float)((random.NextDouble() * 2) - 1))];
            float[] b = [.. a.Select(x => x + (float)((random.NextDouble() * 2) - 1))];
            var exact = a.Zip(b).Sum(p => p.First * p.Second) / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x));

            Assert.Equal(exact, TextVector.Quantize(a).Cosine(TextVector.Quantize(b)), 0.02);
        }
    }

    [Fact]
    public void StoredVector_IsTheSame()
    {
        var vector = TextVector.Quantize([0.5f, -1, 0.25f]);

        Assert.Equal(1, TextVector.FromBytes(vector.ToBytes(), 3).Cosine(vector), 1e-9);
        Assert.Equal(0, TextVector.Quantize([0, 0, 0]).Cosine(vector));
    }

    [Fact]
    public void ClosestSentence_IsFoundAlsoInAStoredVector()
    {
        float[][] values = [[1, 1, 1, 1, -1, -1, -1, -1, 1], [-1, 1, -1, 1, 1, -1, 1, -1, 1], [1, -1, 1, -1, -1, 1, -1, 1, -1]];
        TextVector[] sentences = Array.ConvertAll(values, v => TextVector.Quantize(v));
        var text = TextVector.FromBytes(sentences[0].WithSentences(sentences).ToBytes(), 9);

        Assert.All(sentences.Index(), s => Assert.Equal(s.Index, text.FindClosestSentence(s.Item)));
        Assert.Null(sentences[0].FindClosestSentence(text));
    }

    [Theory]
    [InlineData("You may stay silent. Say so out loud! \"May I go now?\" Then go.", "You may stay silent. |Say so out loud! \"May I go now?\" |Then go.")]
    [InlineData("Mr. Smith may help you.\n- Ask the clerk at the desk\n- Ask a judge", "Mr. Smith may help you.\n|- Ask the clerk at the desk\n|- Ask a judge")]
    [InlineData("Fees: 3.50 dollars per page of a copy", "Fees: 3.50 dollars per page of a copy")]
    [InlineData("", "")]
    public void Sentences_AreToldApartAndAreTheWholeText(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Sentences.Split(text).Select(s => text[s]));
}
