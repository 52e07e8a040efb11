using System.CommandLine;
using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Commands;

/// <summary>The command words that take a record back, publish it again, and rename it.</summary>
internal static class LifecycleCommands
{
    private static readonly Argument<string> Slug = new("slug") { Description = "The record's slug, or an earlier one." };
    private static readonly Argument<string> New = new("new") { Description = "The slug to have from now on; the old one leads to it." };
    private static readonly Option<string?> Type = new("--type") { Description = "The record's type, where records of several types have the slug." };
    private static readonly Option<string?> Language = new("--language") { Description = "Only the text in this language (BCP 47). Default: all." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why it is withdrawn.", Required = true };
    private static readonly Option<string?> ReplacedBy = new("--replaced-by") { Description = "Slug of the record of the same type to show instead." };

    static LifecycleCommands()
    {
        Type.AcceptOnlyFromAmong(Vocabulary.RecordTypes.All);
        Reason.AcceptOnlyFromAmong(Vocabulary.WithdrawalReasons.All);
        Language.Validators.Add(r => CommandLine.AddErrorUnless(r, r.GetValueOrDefault<string?>() is not { } tag || LanguageTag.Form.IsMatch(tag), "--language must be a language tag as in BCP 47, for example es."));
        New.Validators.Add(r => CommandLine.AddErrorUnless(
            r,
            Http.Requests.Values.Slug.Form.IsMatch(r.GetValueOrDefault<string>()),
            $"The new slug must be lower-case letters, digits and single hyphens, at most {Http.Requests.Values.Slug.MaxLength} characters."));
    }

    public static Command[] All =>
    [
        Create(
            new Command("withdraw", "Take a record back: its address answers 410, and copies learn of it.") { Slug, Reason, ReplacedBy, Type, Language },
            async (parsed, lifecycle, name, ct) =>
            {
                var languages = await lifecycle.Withdraw(name, parsed.GetValue(Language), parsed.GetRequiredValue(Reason), parsed.GetValue(ReplacedBy), ct);
                return $"Withdrawn: {name.Slug} ({string.Join(", ", languages)}).";
            }),
        Create(
            new Command("publish", "Publish again what was withdrawn.") { Slug, Type, Language },
            async (parsed, lifecycle, name, ct) =>
                $"Published: {name.Slug} ({string.Join(", ", await lifecycle.Publish(name, parsed.GetValue(Language), ct))})."),
        Create(
            new Command("rename", "Give a record another slug; the old one leads to it for ever.") { Slug, New, Type },
            async (parsed, lifecycle, name, ct) =>
                $"Renamed: {await lifecycle.Rename(name, parsed.GetRequiredValue(New), ct)} is {parsed.GetRequiredValue(New)} now."),
    ];

    private static Command Create(Command command, Func<ParseResult, Lifecycle, RecordName, CancellationToken, Task<string>> act)
    {
        command.SetAction((parsed, ct) => CommandLine.WithDatabase(
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
