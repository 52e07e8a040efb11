using System.ComponentModel;
using System.Text.Json.Serialization;
using FluentValidation;

namespace FreedomCities.Api.Editorial.Import.Aliases;

/// <summary>aliases.json.</summary>
[Description("Alternative wordings of questions, for the command: import aliases.json. A corrected file changes only what was corrected.")]
internal sealed record AliasesFile(
    [property: Description("For each question, as published in any language, its alternative wordings. They replace the existing ones.")] Dictionary<string, string[]> Aliases,
    [property: JsonPropertyName("$schema")] string? Schema = null)
{
    public IEnumerable<(string Question, string[] Aliases)> All => Aliases.Select(a => (a.Key, a.Value.Select(v => v.Trim()).ToArray()));
}

internal sealed class AliasesFileValidator : AbstractValidator<AliasesFile>
{
    public AliasesFileValidator()
    {
        RuleFor(f => f.Aliases).NotEmpty().WithMessage("must contain at least one question.");
        RuleForEach(f => f.Aliases).Custom((given, context) =>
        {
            var faults = given.Value is null ? ["must not be null."] : AliasRules.Faults(given.Key, [.. given.Value.Select(a => a.Trim())]);
            foreach (var fault in faults)
            {
                context.AddFailure($"\"{given.Key}\": {fault}");
            }
        });
    }
}
