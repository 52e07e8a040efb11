using System.Globalization;
using System.Text;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>Derives slugs, the permanent names in URLs, from a question or a title.</summary>
internal static class Slugs
{
    /// <summary>Whether the record's path would be that of a route: /v1/contacts/locate.</summary>
    public static bool IsReserved(string type, string slug) => (type, slug) is ("contact", "locate");

    /// <summary>
    /// Folded to ASCII, in kebab case, cut at a word. Of a text without ASCII letters and digits: the type and 8 hex digits.
    /// </summary>
    public static string FromText(string text, string type)
    {
        var slug = new StringBuilder();
        foreach (var c in Folding.Fold(text))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug is [.., not '-'])
            {
                slug.Append('-');
            }
        }

        var cut = Cut(slug.ToString().Trim('-'), Slug.MaxLength);
        return cut.Length > 0 ? cut : $"{type}-{ContentHash.Compute(text)[^8..]}";
    }

    /// <summary>The slug of the n-th record with the same name: slug, slug-2, slug-3 …</summary>
    public static string Numbered(string slug, int n)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"-{n}");
        return n == 1 ? slug : Cut(slug, Slug.MaxLength - suffix.Length) + suffix;
    }

    private static string Cut(string slug, int length)
    {
        if (slug.Length <= length)
        {
            return slug;
        }

        var lastWord = slug.LastIndexOf('-', length - 1);
        return slug[..(lastWord > 0 ? lastWord : length)];
    }
}
