using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>The first 128 bits of a text's SHA-256.</summary>
internal static class TextHash
{
    public static UInt128 Compute(string text) => FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static UInt128 FromBytes(byte[] bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    public static byte[] ToBytes(UInt128 hash)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }
}
