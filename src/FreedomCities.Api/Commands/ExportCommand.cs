using System.CommandLine;
using System.Text;
using FreedomCities.Api.Content;
using FreedomCities.Api.Delivery.Formats;
using FreedomCities.Api.Editorial.Import.Contacts;
using FreedomCities.Api.Editorial.Import.Contacts.Csv;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Commands;

/// <summary>The command words <c>export contacts</c>.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Format = new("--format")
    {
        Description = "Format: json or csv, which import reads, or vcf (vCard).",
        DefaultValueFactory = _ => "json",
    };

    private static readonly Option<string> VCardVersion = new("--vcard-version")
    {
        Description = "Version of vCard: 4.0 or 3.0.",
        DefaultValueFactory = _ => Vocabulary.VCardVersions.All[0],
    };

    private static readonly Option<string> Language = new("--language")
    {
        Description = "Language of the contacts (BCP 47). Others are left out.",
        DefaultValueFactory = _ => "en",
    };

    private static readonly Option<FileInfo?> Output = new("--output") { Description = "File to write. Default: standard output." };

    static ExportCommand()
    {
        Format.AcceptOnlyFromAmong("json", "csv", "vcf");
        VCardVersion.AcceptOnlyFromAmong(Vocabulary.VCardVersions.All);
        Language.Validators.Add(r => r.AddErrorUnless(
            LanguageTag.Form.IsMatch(r.GetValueOrDefault<string>()), "--language must be a BCP 47 language tag, for example es."));
    }

    public static Command Create()
    {
        var contacts = new Command("contacts", "Write the published contacts to a file. Importing it again changes nothing.")
        {
            Format, VCardVersion, Language, Output,
        };
        contacts.SetAction(Export);
        return new Command("export", "Write published content to a file.") { contacts };
    }

    private static Task<int> Export(ParseResult parsed, CancellationToken ct) => CommandDatabase.Use(
        parsed,
        async database =>
        {
            var text = Write(parsed, await ContactExport.Load(database, parsed.GetRequiredValue(Language), ct));
            if (parsed.GetValue(Output) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
            }
            else
            {
                await parsed.InvocationConfiguration.Output.WriteAsync(text);
            }
        },
        ct);

    private static string Write(ParseResult parsed, ExportedContact[] contacts)
    {
        switch (parsed.GetRequiredValue(Format))
        {
            case "csv":
                return ContactsCsv.Write(ContactExport.CreateFile(contacts));
            case "vcf":
                var url = new PublicUrl(CommandDatabase.ReadSettings(parsed));
                var version = parsed.GetRequiredValue(VCardVersion);
                return string.Concat(contacts.Select(c => Encoding.UTF8.GetString(VCard.Write(c.Contact, url, version))));
            default:
                return ContactExport.WriteJson(ContactExport.CreateFile(contacts));
        }
    }
}
