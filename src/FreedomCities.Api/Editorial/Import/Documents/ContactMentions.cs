using System.Text.RegularExpressions;
using Dapper;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>An e-mail address or a phone number that an answer gives, and the contact that has it.</summary>
internal sealed record Mention(string Written, Guid? Contact, string? Slug);

/// <summary>Matches the e-mail addresses and phone numbers of answers with the contacts that have them.</summary>
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

    private readonly IReadOnlyList<Reachable> _contacts;

    private ContactMentions(IReadOnlyList<Reachable> contacts) => _contacts = contacts;

    public static async Task<ContactMentions> Load(NpgsqlConnection connection, IEnumerable<Answer> answers, CancellationToken ct)
    {
        var texts = answers.Select(Said).ToArray();
        var emails = texts.SelectMany(t => Email().Matches(t)).Select(m => m.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToArray();
        var numbers = texts.SelectMany(PhoneNumber.FindAll).Select(p => p.Number).Distinct(StringComparer.Ordinal).ToArray();
        return new ContactMentions([.. await connection.QueryAsync<Reachable>(new(ContactsSql, new { Emails = emails, Numbers = numbers }, cancellationToken: ct))]);
    }

    public Mention[] FindAll(Answer answer) => FindAll(Said(answer));

    private Mention[] FindAll(string text) =>
    [
        .. Email().Matches(text)
            .Select(m => (m.Value, Contact: _contacts.FirstOrDefault(c => string.Equals(c.Email, m.Value, StringComparison.OrdinalIgnoreCase))))
            .Concat(PhoneNumber.FindAll(text).Select(p => (p.Written, Contact: Owner(p.Number, p.Extension))))
            .DistinctBy(m => m.Item1, StringComparer.Ordinal)
            .OrderBy(m => text.IndexOf(m.Item1, StringComparison.Ordinal))
            .Select(m => new Mention(m.Item1, m.Contact?.Id, m.Contact?.Slug)),
    ];

    /// <summary>What an answer says to those who read it and to those who follow its links.</summary>
    private static string Said(Answer answer) =>
        string.Join('\n', Markdown.Links(answer.Markdown).Select(l => l.Target).Where(t => t.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || t.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)).Prepend(answer.Text));

    /// <summary>Who has the number with that extension; a number without one is whose alone it is.</summary>
    private Reachable? Owner(string number, string? extension)
    {
        var owners = _contacts.Where(c => c.Number == number).ToArray();
        return owners.FirstOrDefault(c => c.Extension == extension)
            ?? (extension is null && owners.DistinctBy(c => c.Id).Count() == 1 ? owners[0] : null);
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    private sealed record Reachable
    {
        public required Guid Id { get; init; }

        public required string Slug { get; init; }

        public string? Email { get; init; }

        public string? Number { get; init; }

        public string? Extension { get; init; }
    }
}
