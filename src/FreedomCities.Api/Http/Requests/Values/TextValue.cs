using System.Diagnostics.CodeAnalysis;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>A request value that a client gives as one text.</summary>
public abstract class TextValue<TSelf>(string given, string? fault) : IRequestValue, IParsable<TSelf>
    where TSelf : TextValue<TSelf>, ITextValue<TSelf>
{
    public string? Fault => fault;

    /// <summary>The text, as the client wrote it. A value with a fault has none: no statement runs with it.</summary>
    public string Text => fault is null ? given : throw new InvalidOperationException(fault);

    public static TSelf Parse(string s, IFormatProvider? provider) => TSelf.From(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
    {
        result = s is null ? null : TSelf.From(s);
        return result is not null;
    }
}
