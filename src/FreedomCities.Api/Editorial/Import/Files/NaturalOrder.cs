using System.Globalization;

namespace FreedomCities.Api.Editorial.Import.Files;

/// <summary>Orders names as people do: question-2 before question-10.</summary>
internal static class NaturalOrder
{
    public static readonly IComparer<string> Comparer = Comparer<string>.Create(Compare);

    private static int Compare(string? left, string? right)
    {
        var order = CultureInfo.InvariantCulture.CompareInfo.Compare(left, right, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(left, right);
    }
}
