using System.Numerics;
using System.Runtime.InteropServices;

namespace FreedomCities.Api.Delivery.Search.Engine.Semantics;

/// <summary>The vector of a text, with 8 bits for each component, and those of its sentences. Only directions count.</summary>
/// <param name="sentences">One bit for each component: whether it is positive.</param>
internal sealed class TextVector(sbyte[] components, byte[] sentences)
{
    public ReadOnlySpan<sbyte> Components => components;

    /// <summary>The Euclidean length of the vector.</summary>
    public double Norm { get; } = Math.Sqrt(Dot(components, components));

    /// <summary>The components and sentences, to be stored.</summary>
    public byte[] ToBytes() => [.. MemoryMarshal.AsBytes(components.AsSpan()), .. sentences];

    /// <param name="dimensions">Of the model.</param>
    public static TextVector FromBytes(ReadOnlySpan<byte> bytes, int dimensions) =>
        new(MemoryMarshal.Cast<byte, sbyte>(bytes[..dimensions]).ToArray(), bytes[dimensions..].ToArray());

    public static TextVector Quantize(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var components = new sbyte[values.Length];
        for (var i = 0; i < components.Length && largest > 0; i++)
        {
            components[i] = (sbyte)MathF.Round(values[i] * sbyte.MaxValue / largest);
        }

        return new TextVector(components, sentences: []);
    }

    public TextVector WithSentences(IEnumerable<TextVector> vectors) => new(components, [.. vectors.SelectMany(v => v.PackSigns())]);

    /// <summary>The number of the sentence that is closest to a query, from 0. Null: none is known.</summary>
    public int? FindClosestSentence(TextVector query)
    {
        var size = SignBytes(query.Components.Length);
        return Enumerable.Range(0, sentences.Length / size)
            .Select(i => (int?)i)
            .MaxBy(i => DotSigns(sentences.AsSpan(i!.Value * size, size), query));
    }

    /// <summary>The cosine of the angle between two texts, -1 to 1: 1 is the same meaning.</summary>
    public double Cosine(TextVector other) => Cosine(other.Components, other.Norm);

    /// <param name="other">Components of another vector.</param>
    /// <param name="norm">The norm of the other.</param>
    public double Cosine(ReadOnlySpan<sbyte> other, double norm) => Norm > 0 && norm > 0 ? Dot(components, other) / (Norm * norm) : 0;

    private static int SignBytes(int dimensions) => (dimensions + 7) / 8;

    private byte[] PackSigns()
    {
        var signs = new byte[SignBytes(components.Length)];
        foreach (var (i, value) in components.Index())
        {
            signs[i / 8] |= (byte)(value > 0 ? 1 << (i % 8) : 0);
        }

        return signs;
    }

    private static int DotSigns(ReadOnlySpan<byte> signs, TextVector query)
    {
        var sum = 0;
        var components = query.Components;
        for (var i = 0; i < components.Length; i++)
        {
            sum += (signs[i / 8] >> (i % 8) & 1) == 1 ? components[i] : -components[i];
        }

        return sum;
    }

    private static double Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var (sum, i) = (Vector<int>.Zero, 0);
        for (; i <= a.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var a1, out var a2);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var b1, out var b2);
            // Two products of at most 127 · 127 fit into 16 bits.
            Vector.Widen((a1 * b1) + (a2 * b2), out var low, out var high);
            sum += low + high;
        }

        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }
}
