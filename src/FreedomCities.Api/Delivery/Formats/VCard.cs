using System.Globalization;
using System.Text;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Contacts.Opening;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Writes a contact as a vCard 4.0 (RFC 6350) or 3.0 (RFC 2426).</summary>
internal sealed class VCard(Contact contact, string version)
{
    private const int MaxLineBytes = 75;

    private bool Is3 => version == "3.0";

    public static byte[] Write(Contact contact, PublicUrl url, string version)
    {
        var lines = new VCard(contact, version).Lines(url.Absolute($"/v1/contacts/{contact.Slug}.vcf"));
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => Fold(l) + "\r\n")));
    }

    private IEnumerable<string> Lines(string source) =>
    [
        "BEGIN:VCARD",
        $"VERSION:{version}",
        "PRODID:-//FreedomCities.Api//EN",
        .. Is3 ? Name() : [$"KIND:{(contact.Kind == "person" ? "individual" : "org")}"],
        $"UID:urn:uuid:{contact.Id}",
        $"SOURCE:{source}",
        $"FN:{Text(contact.Name)}",
        $"ORG:{Text(contact.Affiliate.Name)}{(contact.Office is { } office ? ";" + Text(office.Name) : "")}",
        .. Line("ROLE", contact.Role),
        .. Line("NOTE", Note()),
        .. Line("EMAIL", contact.Email),
        .. contact.Affiliate.Url is { } url ? [$"URL:{url}"] : Array.Empty<string>(),
        .. contact.Phones.Select(Number),
        .. PostalAddress(),
        .. Coordinates(),
        .. Is3 ? [] : Line("TZ", contact.Hours?.Zone),
        .. Is3 ? [] : contact.Languages.Select(l => $"LANG:{l}"),
        $"REV:{contact.UpdatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        "END:VCARD",
    ];

    // RFC 2426 demands N. We don't know which part of a name is the family name.
    private IEnumerable<string> Name() =>
        contact.Kind == "person" ? [$"N:{Text(contact.Name)};;;;"] : [$"N:{Text(contact.Name)};;;;", "X-ABSHOWAS:COMPANY"];

    // The value of 3.0 is a text. Its "ext." is what address books dial.
    private string Number(Phone phone)
    {
        if (!Is3)
        {
            return $"TEL;VALUE=uri;TYPE={phone.Type}:{phone.Uri}";
        }

        var number = phone.Country is null ? PhoneNumber.FormatInternational(phone.Number) : phone.Number;
        return $"TEL;TYPE={phone.Type}:{number}{(phone.Extension is { } extension ? " ext. " + extension : "")}";
    }

    // vCard has no property for what a number is for, hours and accessibility.
    private string? Note()
    {
        var phones = contact.Phones
            .Select(p => (p.Display, Texts: string.Join(". ", new[] { p.Instruction, p.Description }.OfType<string>())))
            .Where(p => p.Texts.Length > 0)
            .Select(p => $"{p.Display}: {p.Texts}");
        string?[] notes = [contact.Description, .. phones, .. Hours(contact.Hours), contact.Accessibility];
        return notes.OfType<string>().ToArray() is { Length: > 0 } stated ? string.Join('\n', stated) : null;
    }

    private static IEnumerable<string> Hours(Hours? hours)
    {
        if (hours?.Weekly.Length > 0)
        {
            var weekly = hours.Weekly.Select(w => $"{string.Join(',', w.Days)} {w.Opens}-{w.Closes}");
            yield return $"{string.Join("; ", weekly)} ({hours.Zone})";
        }

        if (hours?.Text is { } text)
        {
            yield return text;
        }
    }

    private IEnumerable<string> PostalAddress()
    {
        var (address, place) = (contact.Address, contact.Location);
        string?[] parts =
        [
            address?.PoBox, address?.Extended, address?.Street, address?.Locality ?? place?.City, address?.Region ?? place?.State,
            address?.PostalCode, address?.Country,
        ];
        return Array.Exists(parts, p => p is not null) ? ["ADR:" + string.Join(';', parts.Select(p => Text(p ?? "")))] : [];
    }

    private IEnumerable<string> Coordinates() => contact.Location is { Latitude: { } latitude, Longitude: { } longitude }
        ? [string.Create(CultureInfo.InvariantCulture, $"GEO:{(Is3 ? "" : "geo:")}{latitude}{(Is3 ? ';' : ',')}{longitude}")]
        : [];

    private static IEnumerable<string> Line(string property, string? text) => text is null ? [] : [$"{property}:{Text(text)}"];

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
