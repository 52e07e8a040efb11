using System.Text.RegularExpressions;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import.Documents.Links;

/// <summary>Finds the contacts whose e-mail addresses and phone numbers are in answers.</summary>
internal sealed partial class ContactMentions
{
    private const string ContactsSql = """
        select c.id, r.slug, lower(c.email) as email, h.number, h.extension, h.display
        from contact c
        join record r on r.id = c.id
        left join contact_phone h on h.contact_id = c.id
        where lower(c.email) = any (@Emails)
           or h.number = any (@Numbers)
        order by c.id, h.position
        """;

    private readonly IReadOnlyList<ContactRow> _contacts;

    private ContactMentions(IReadOnlyList<ContactRow> contacts) => _contacts = contacts;

    /// <returns>Those of each answer, in the order of its text.</returns>
    public static async Task<Mention[][]> FindAll(NpgsqlConnection connection, IEnumerable<Answer> answers, CancellationToken ct)
    {
        var texts = answers.Select(a => Scan(SearchableText(a))).ToArray();
        var emails = texts.SelectMany(t => t.Emails).Select(e => e.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var numbers = texts.SelectMany(t => t.Numbers)
            .SelectMany(p => NearNumbers.FindAll(p.Number).Append(p.Number))
            .ToHashSet(StringComparer.Ordinal);
        var values = new { Emails = emails.ToArray(), Numbers = numbers.ToArray() };
        var mentions = new ContactMentions(await connection.Query<ContactRow>(ContactsSql, values, ct));
        return Array.ConvertAll(texts, mentions.FindAll);
    }

    private static ScannedText Scan(string text) =>
        new(text, [.. Email().Matches(text).Select(m => m.Value)], PhoneFinder.FindAll(text));

    private Mention[] FindAll(ScannedText scanned) =>
    [
        .. scanned.Emails
            .Select(e => CreateMention(e, FindOwner(e)))
            .Concat(scanned.Numbers.Select(FindMention).OfType<Mention>())
            .DistinctBy(m => m.Written, StringComparer.Ordinal)
            .OrderBy(m => scanned.Text.IndexOf(m.Written, StringComparison.Ordinal)),
    ];

    /// <summary>The plain text of an answer and the targets of its mailto and tel links.</summary>
    private static string SearchableText(Answer answer)
    {
        var links = answer.Markdown.Contains(':', StringComparison.Ordinal) ? Markdown.Links(answer.Markdown) : [];
        return string.Join('\n', links.Select(l => l.Target).Where(target => Address().IsMatch(target)).Prepend(answer.Text));
    }

    /// <summary>Null: what was found is a number only if a contact has it, and none has.</summary>
    private Mention? FindMention(FoundNumber found)
    {
        if (FindOwner(found.Number, found.Extension) is { } owner)
        {
            return CreateMention(found.Written, owner) with { Doubt = ExplainOtherForm(found, owner) };
        }

        var near = _contacts.FirstOrDefault(c => c.Number == found.Number)
            ?? _contacts.FirstOrDefault(c => c.Number is { } number && NearNumbers.AreNear(found.Number, number));
        if (near is null)
        {
            return found.IsCertain ? CreateMention(found.Written, contact: null) : null;
        }

        var difference = near.Number == found.Number ? "has another extension than" : "is nearly";
        return CreateMention(found.Written, contact: null) with { Doubt = $"{found.Written} {difference} {near.Display} of {near.Slug}" };
    }

    // The target of a link has a form of its own.
    private static string? ExplainOtherForm(FoundNumber found, ContactRow owner) =>
        found.Written == owner.Display || found.IsLink ? null : $"{found.Written} is written {owner.Display} by {owner.Slug}";

    private static Mention CreateMention(string written, ContactRow? contact) => new(written, contact?.Id, contact?.Slug);

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

    [GeneratedRegex(@"\A(mailto|tel):", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    private sealed record ScannedText(string Text, string[] Emails, FoundNumber[] Numbers);

    private sealed record ContactRow
    {
        public required Guid Id { get; init; }

        public required string Slug { get; init; }

        public string? Email { get; init; }

        public string? Number { get; init; }

        public string? Extension { get; init; }

        public string? Display { get; init; }
    }
}
