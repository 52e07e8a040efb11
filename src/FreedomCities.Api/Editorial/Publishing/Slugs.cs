using System.Globalization;
using System.Text;
using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>Permanent names in URLs, made of a question or a title.</summary>
internal static class Slugs
{
    /// <summary>Whether a route stands where the record would: /v1/contacts/locate.</summary>
    public static bool IsReserved(string type, string slug) => (type, slug) is ("contact", "locate");

    /// <summary>ASCII-folded, lower-case kebab, cut at a word; of a text without any ASCII letter or digit, type and 8 hex digits.</summary>
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

        return Cut(slug.ToString().Trim('-'), Slug.MaxLength) is { Length: > 0 } cut ? cut : $"{type}-{ContentHash.Compute(text)[^8..]}";
    }

    /// <summary>The slug for the n-th record that wants it: slug, slug-2, slug-3 …</summary>
    public static string Numbered(string slug, int n) =>
        n == 1 ? slug : $"{Cut(slug, Slug.MaxLength - 1 - n.ToString(CultureInfo.InvariantCulture).Length)}-{n}";

    private static string Cut(string slug, int length)
    {
        if (slug.Length <= length)
        {
            return slug;
        }

        var word = slug.LastIndexOf('-', length - 1);
        return slug[..(word > 0 ? word : length)];
    }
}
