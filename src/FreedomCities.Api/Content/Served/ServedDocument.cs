using System.Buffers;
using System.Text.Json;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Served;

/// <summary>
/// The document of a record in the best language for the reader, as publishing rendered it. What depends on the reader is inserted while
/// it is written: the language that was requested, and the included records. No text contains a quotation mark without a backslash, so a
/// member's name is found without parsing.
/// </summary>
internal sealed record ServedDocument(byte[] Bytes, string ServedLanguage, Languages Languages, string[] CursorKey) : IListed
{
    /// <summary>Resources to include, in the order of the references. Null: the references stay.</summary>
    public ServedDocument[]? Resources { get; init; }

    /// <summary>Contacts to include, in the order of the references. Null: the references stay.</summary>
    public ServedDocument[]? Contacts { get; init; }

    /// <summary>About how many bytes it takes.</summary>
    public int Length => Bytes.Length + (Resources?.Sum(r => r.Length) ?? 0) + (Contacts?.Sum(c => c.Length) ?? 0) + 64;

    public void WriteTo(IBufferWriter<byte> output)
    {
        ReadOnlySpan<byte> rest = Bytes;
        rest = Include(output, rest, "\"resources\":["u8, "],\"contacts\":["u8, Resources);
        rest = Include(output, rest, "\"contacts\":["u8, "],\"language\":{"u8, Contacts);
        if (Languages.Requested is { } requested)
        {
            var value = JsonSerializer.SerializeToUtf8Bytes(requested, Json.Documents);
            rest = Replace(output, rest, "\"language\":{\"requested\":"u8, "null"u8, value);
            rest = Languages.IsFallback(ServedLanguage) ? Replace(output, rest, "\"fallback\":"u8, "false"u8, "true"u8) : rest;
        }

        output.Write(rest);
    }

    public T Read<T>()
    {
        var output = new ArrayBufferWriter<byte>(Length);
        WriteTo(output);
        return JsonSerializer.Deserialize<T>(output.WrittenSpan, Json.Documents)!;
    }

    private static ReadOnlySpan<byte> Include(
        IBufferWriter<byte> output, ReadOnlySpan<byte> rest, ReadOnlySpan<byte> begin, ReadOnlySpan<byte> end, ServedDocument[]? records)
    {
        if (records is null)
        {
            return rest;
        }

        var start = rest.IndexOf(begin) + begin.Length;
        output.Write(rest[..start]);
        WriteAll(output, records);
        return rest[start..][rest[start..].IndexOf(end)..];
    }

    /// <summary>Writes documents, separated by commas.</summary>
    public static void WriteAll(IBufferWriter<byte> output, ServedDocument[] documents)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            output.Write(i > 0 ? ","u8 : []);
            documents[i].WriteTo(output);
        }
    }

    private static ReadOnlySpan<byte> Replace(
        IBufferWriter<byte> output, ReadOnlySpan<byte> rest, ReadOnlySpan<byte> member, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> value)
    {
        var start = rest.IndexOf(member) + member.Length;
        output.Write(rest[..start]);
        output.Write(value);
        return rest[(start + stored.Length)..];
    }
}
