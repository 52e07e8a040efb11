using System.Text.RegularExpressions;
using FreedomCities.Api.Content;
using FreedomCities.Api.Database.Reads;

namespace FreedomCities.Api.Tests.Content;

/// <summary>The words that the code knows are those that the database allows.</summary>
public sealed partial class VocabularyTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string ChecksSql = """
        select
          c.conrelid::regclass || '.' || a.attname as column,
          pg_get_constraintdef(c.oid) as definition
        from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'c'
          and c.connamespace = 'public'::regnamespace
          and cardinality(c.conkey) = 1
          and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%'
        order by 1
        """;

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["change.action"] = Vocabulary.ChangeActions.All,
        ["change.significance"] = Vocabulary.Significances.All,
        ["contact.kind"] = Vocabulary.ContactKinds.All,
        ["contact_phone.type"] = Vocabulary.PhoneTypes.All,
        ["contact_reach.kind"] = [.. Vocabulary.AreaKinds.All, "located", "office"],
        ["contact_reach.located_by"] = Vocabulary.LocationSources.All,
        ["record.type"] = Vocabulary.RecordTypes.All,
        ["resource.kind"] = Vocabulary.ResourceKinds.All,
        ["resource.link_state"] = Vocabulary.LinkStates.All,
        ["revision.significance"] = Vocabulary.Significances.All,
        ["service_area.kind"] = Vocabulary.AreaKinds.All,
        ["translation.origin"] = Vocabulary.Origins.All,
        ["translation.status"] = Vocabulary.TextStatuses.All,
        ["translation.withdrawal_reason"] = Vocabulary.WithdrawalReasons.All,
    };

    [Fact]
    public async Task Vocabulary_IsThatOfTheCheckConstraints()
    {
        var checks = await service.Database.Query<(string Column, string Definition)>(ChecksSql, new { }, CancellationToken.None);

        Assert.Equal(
            Known.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key}: {Sorted(k.Value)}"),
            checks.OrderBy(c => c.Column, StringComparer.Ordinal)
                .Select(c => $"{c.Column}: {Sorted(Word().Matches(c.Definition).Select(m => m.Groups["word"].Value))}"));
    }

    private static string Sorted(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    [GeneratedRegex("'(?<word>[^']*)'::text", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
