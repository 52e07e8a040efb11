using System.Globalization;

namespace FreedomCities.Api.Editorial.Import.Files;

/// <summary>Orders names as people do: question-2 before question-10.</summary>
internal static class NaturalOrder
{
    public static readonly IComparer<string> Comparer = Comparer<string>.Create(Compare);

    private static int Compare(string? left, string? right)
    {
        const CompareOptions Options = CompareOptions.NumericOrdering | CompareOptions.IgnoreCase;
        var order = CultureInfo.InvariantCulture.CompareInfo.Compare(left, right, Options);
        return order != 0 ? order : string.CompareOrdinal(left, right);
    }
}
