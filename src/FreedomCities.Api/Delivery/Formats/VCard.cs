using System.Globalization;
using System.Text;
using FreedomCities.Api.Content.Contacts;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Writes a contact as a vCard 4.0 (RFC 6350). It omits N: we don't know which part of a name is the family name.</summary>
internal static class VCard
{
    private const int MaxLineBytes = 75;

    /// <param name="source">URL of the vCard.</param>
    public static byte[] Write(Contact contact, string source) =>
        Encoding.UTF8.GetBytes(string.Concat(Lines(contact, source).Select(l => Fold(l) + "\r\n")));

    private static IEnumerable<string> Lines(Contact contact, string source) =>
    [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//FreedomCities.Api//EN",
        $"KIND:{(contact.Kind == "person" ? "individual" : "org")}",
        $"UID:urn:uuid:{contact.Id}",
        $"SOURCE:{source}",
        $"FN:{Text(contact.Name)}",
        $"ORG:{Text(contact.Affiliate.Name)}{(contact.Office is { } office ? ";" + Text(office.Name) : "")}",
        .. Line("ROLE", contact.Role),
        .. Line("NOTE", contact.Description),
        .. Line("EMAIL", contact.Email),
        .. contact.Affiliate.Url is { } url ? [$"URL:{url}"] : Array.Empty<string>(),
        .. contact.Phones.Select(p => $"TEL;VALUE=uri;TYPE={p.Type}:{p.Uri}"),
        .. Place(contact.Location),
        .. contact.Languages.Select(l => $"LANG:{l}"),
        $"REV:{contact.UpdatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        "END:VCARD",
    ];

    private static IEnumerable<string> Line(string property, string? text) => text is null ? [] : [$"{property}:{Text(text)}"];

    private static IEnumerable<string> Place(Location? location)
    {
        if ((location?.City ?? location?.State) is not null)
        {
            yield return $"ADR:;;;{Text(location?.City ?? "")};{Text(location?.State ?? "")};;";
        }

        if (location is { Latitude: { } latitude, Longitude: { } longitude })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"GEO:geo:{latitude},{longitude}");
        }
    }

    // RFC 6350, section 3.4. Control characters are replaced by U+FFFD.
    private static string Text(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Select(r => r.Value switch
    {
        '\n' => @"\n",
        '\\' or ',' or ';' => $@"\{r}",
        not '\t' when Rune.IsControl(r) => "\uFFFD",
        _ => r.ToString(),
    }));

    /// <summary>RFC 6350, section 3.2: lines of at most 75 octets, including the leading space, without splitting a character.</summary>
    private static string Fold(string line)
    {
        var (folded, bytes) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaxLineBytes)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
