using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents.Links;

/// <summary>Finds the contacts whose e-mail addresses and phone numbers are in answers.</summary>
internal sealed partial class ContactMentions
{
    private const string ContactsSql = """
        select c.id, r.slug, lower(c.email) as email, h.number, h.extension
        from contact c
        join record r on r.id = c.id
        left join contact_phone h on h.contact_id = c.id
        where lower(c.email) = any (@Emails)
           or h.number = any (@Numbers)
        order by c.id, h.position
        """;

    private readonly IReadOnlyList<ContactRow> _contacts;

    private ContactMentions(IReadOnlyList<ContactRow> contacts) => _contacts = contacts;

    public static async Task<ContactMentions> Load(NpgsqlConnection connection, IEnumerable<Answer> answers, CancellationToken ct)
    {
        var texts = answers.Select(SearchableText).ToArray();
        var emails = texts.SelectMany(t => Email().Matches(t)).Select(m => m.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var numbers = texts.SelectMany(PhoneNumber.FindAll).Select(p => p.Number).ToHashSet(StringComparer.Ordinal);
        var values = new { Emails = emails.ToArray(), Numbers = numbers.ToArray() };
        return new ContactMentions(await connection.Query<ContactRow>(ContactsSql, values, ct));
    }

    public Mention[] FindAll(Answer answer) => FindAll(SearchableText(answer));

    private Mention[] FindAll(string text) =>
    [
        .. Email().Matches(text)
            .Select(m => (m.Value, Contact: FindOwner(m.Value)))
            .Concat(PhoneNumber.FindAll(text).Select(p => (p.Written, Contact: FindOwner(p.Number, p.Extension))))
            .DistinctBy(m => m.Item1, StringComparer.Ordinal)
            .OrderBy(m => text.IndexOf(m.Item1, StringComparison.Ordinal))
            .Select(m => new Mention(m.Item1, m.Contact?.Id, m.Contact?.Slug)),
    ];

    /// <summary>The plain text of an answer and the targets of its mailto and tel links.</summary>
    private static string SearchableText(Answer answer)
    {
        var links = answer.Markdown.Contains(':', StringComparison.Ordinal) ? Markdown.Links(answer.Markdown) : [];
        var targets = links.Select(l => l.Target).Where(t =>
            t.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || t.StartsWith("tel:", StringComparison.OrdinalIgnoreCase));
        return string.Join('\n', targets.Prepend(answer.Text));
    }

    /// <summary>The contact with the number and extension. A number without extension is also found if only one contact has it.</summary>
    private ContactRow? FindOwner(string number, string? extension)
    {
        var owners = _contacts.Where(c => c.Number == number).ToArray();
        return owners.FirstOrDefault(c => c.Extension == extension)
            ?? (extension is null && owners.DistinctBy(c => c.Id).Count() == 1 ? owners[0] : null);
    }

    private ContactRow? FindOwner(string email) =>
        _contacts.FirstOrDefault(c => string.Equals(c.Email, email, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    private sealed record ContactRow
    {
        public required Guid Id { get; init; }

        public required string Slug { get; init; }

        public string? Email { get; init; }

        public string? Number { get; init; }

        public string? Extension { get; init; }
    }
}
