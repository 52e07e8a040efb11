using System.Numerics;
using System.Runtime.InteropServices;

namespace FreedomCities.Api.Delivery.Search.Engine.Semantics;

/// <summary>The direction of a sentence vector, with 8-bit components.</summary>
internal sealed class TextVector(sbyte[] components)
{
    private readonly double _length = Math.Sqrt(Dot(components, components));

    /// <summary>The components, to be stored.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes(components.AsSpan()).ToArray();

    public static TextVector FromBytes(byte[] bytes) => new(MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray());

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

        return new TextVector(components);
    }

    /// <summary>The cosine of the angle between two texts, -1 to 1: 1 is the same meaning.</summary>
    public double Cosine(TextVector other) => _length > 0 && other._length > 0
        ? Dot(components, other.Components) / (_length * other._length)
        : 0;

    private sbyte[] Components => components;

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
