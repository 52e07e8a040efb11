using System.Diagnostics.CodeAnalysis;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>A request value that a client gives as a list: separated by commas in a query, an array in a body.</summary>
public abstract class ListValue<TSelf>(string[] items, string? fault) : IRequestValue, IParsable<TSelf>
    where TSelf : ListValue<TSelf>, IListValue<TSelf>
{
    public string? Fault => fault;

    /// <summary>The items, in the client's order. A list with a fault has none: no statement runs with it.</summary>
    public string[] Items => fault is null ? items : throw new InvalidOperationException(fault);

    public static TSelf Parse(string s, IFormatProvider? provider) => TSelf.From(s.Split(','));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
    {
        result = s is null ? null : Parse(s, provider);
        return result is not null;
    }
}
