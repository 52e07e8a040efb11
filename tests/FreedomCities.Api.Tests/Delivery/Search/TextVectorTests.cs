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

        Assert.Equal(1, TextVector.FromBytes(vector.ToBytes()).Cosine(vector), 1e-9);
        Assert.Equal(0, TextVector.Quantize([0, 0, 0]).Cosine(vector));
    }
}
