using System.CommandLine;
using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Commands;

/// <summary>Commands that withdraw, publish and rename records.</summary>
internal static class LifecycleCommands
{
    private static readonly Argument<string> Slug = new("slug") { Description = "Slug of the record: the current one or an earlier one." };
    private static readonly Argument<string> New = new("new") { Description = "New slug. The old one redirects to it." };

    private static readonly Option<string?> Type = new("--type")
    {
        Description = "Type of the record. Required if records of several types have the slug.",
    };

    private static readonly Option<string?> Language = new("--language")
    {
        Description = "Only the text in this language (BCP 47). Default: all languages.",
    };

    private static readonly Option<string> Reason = new("--reason") { Description = "Reason of the withdrawal.", Required = true };

    private static readonly Option<string?> ReplacedBy = new("--replaced-by")
    {
        Description = "Slug of the replacement, a record of the same type.",
    };

    static LifecycleCommands()
    {
        Type.AcceptOnlyFromAmong(Vocabulary.RecordTypes.All);
        Reason.AcceptOnlyFromAmong(Vocabulary.WithdrawalReasons.Editorial);
        Language.Validators.Add(r => r.AddErrorUnless(
            r.GetValueOrDefault<string?>() is not { } tag || LanguageTag.Form.IsMatch(tag),
            "--language must be a BCP 47 language tag, for example es."));
        New.Validators.Add(r => r.AddErrorUnless(
            Http.Requests.Values.Slug.Form.IsMatch(r.GetValueOrDefault<string>()),
            $"The new slug must be lower-case letters, digits and single hyphens, at most {Http.Requests.Values.Slug.MaxLength} "
                + $"characters."));
    }

    public static Command[] All =>
    [
        Create(
            new Command("withdraw", "Withdraw a record. Its address returns 410, and the change feed has a delete.")
            {
                Slug, Reason, ReplacedBy, Type, Language,
            },
            async (parsed, lifecycle, name, ct) =>
            {
                var (reason, replacedBy) = (parsed.GetRequiredValue(Reason), parsed.GetValue(ReplacedBy));
                var languages = await lifecycle.Withdraw(name, parsed.GetValue(Language), reason, replacedBy, ct);
                return $"Withdrawn: {name.Slug} ({string.Join(", ", languages)}).";
            }),
        Create(
            new Command("publish", "Publish a withdrawn record again.") { Slug, Type, Language },
            async (parsed, lifecycle, name, ct) =>
                $"Published: {name.Slug} ({string.Join(", ", await lifecycle.Publish(name, parsed.GetValue(Language), ct))})."),
        Create(
            new Command("rename", "Change the slug of a record. The old slug redirects to the new one permanently.") { Slug, New, Type },
            async (parsed, lifecycle, name, ct) =>
                $"Renamed: {await lifecycle.Rename(name, parsed.GetRequiredValue(New), ct)} is now {parsed.GetRequiredValue(New)}."),
    ];

    private static Command Create(Command command, Func<ParseResult, Lifecycle, RecordName, CancellationToken, Task<string>> act)
    {
        command.SetAction((parsed, ct) => CommandDatabase.Use(
            parsed,
            async database =>
            {
                var name = new RecordName(parsed.GetRequiredValue(Slug), parsed.GetValue(Type));
                var done = await act(parsed, new Lifecycle(database, TimeProvider.System, parsed.InvocationConfiguration.Error), name, ct);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(done);
            },
            ct));
        return command;
    }
}
