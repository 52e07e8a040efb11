using System.Text;
using FreedomCities.Api.Content.Contacts.Phones;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Contacts;
using FreedomCities.Api.Editorial.Import.Contacts.Csv;

namespace FreedomCities.Api.Tests.Editorial.Import.Contacts;

public sealed class OfficeListTests(SeededService service) : IClassFixture<SeededService>
{
    [Fact]
    public void EverySpelling_MeansItsNumber() => Assert.All(
        Enumerable.Range(0, OfficeList.Count).Select(OfficeList.Number),
        n => Assert.Equal(new ParsedNumber(n.Number, n.Extension, null), PhoneNumber.Parse(n.Written, "US")));

    [Fact]
    public async Task List_IsImportedWithoutARefusal_AndExportedAsItIs()
    {
        var report = await service.Import("contacts.json", Encoding.UTF8.GetBytes(OfficeList.Json()));
        var contacts = await ContactExport.Load(service.Database, "en", CancellationToken.None);
        var csv = ContactsCsv.Write(ContactExport.CreateFile(contacts));

        Assert.Contains($"created: {OfficeList.Count}\n", report, StringComparison.Ordinal);
        Assert.Contains($"unchanged: {contacts.Length}\n", await service.ImportJson("contacts.csv", csv), StringComparison.Ordinal);
        Assert.Contains(
            $"unchanged: {contacts.Length}\n",
            await service.ImportJson("contacts.json", ContactExport.WriteJson(ContactExport.CreateFile(contacts))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachRefusal_NamesSlugAndValue()
    {
        var json = OfficeList.Json()
            .Replace($"\"{OfficeList.Number(1).Written}\"", "\"266-5915\"", StringComparison.Ordinal)
            .Replace("\"Office 3\"", "\" \"", StringComparison.Ordinal)
            .Replace("\"latitude\":35.0805", "\"latitude\":350.8", StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<ImportException>(() => service.ImportJson("contacts.json", json));

        Assert.Equal(
            [
                "contacts.json: contacts[1].phones[0].number: must be one number that can be dialled, for example +15052665915 or "
                    + "(505) 266-5915 ext. 12, or a short code. (listed-office-1: \"266-5915\")",
                "contacts.json: contacts[3].name: must have 1 to 300 characters. (listed-office-3: \" \")",
                "contacts.json: contacts[5].location.latitude: must be from -90 to 90. (listed-office-5: \"350.8\")",
            ],
            failure.Message.Split(Environment.NewLine));
    }

    [Fact]
    public async Task EachValueOfAWrongType_IsReported()
    {
        var json = OfficeList.Json()
            .Replace("\"Office 3\"", "3", StringComparison.Ordinal)
            .Replace("\"slug\":\"listed-office-7\",", "\"slug\":\"listed-office-7\",\"fax\":\"1\",", StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<ImportException>(() => service.ImportJson("contacts.json", json));

        Assert.Contains("$.contacts[3].name, line 1: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(listed-office-3: 3)", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "$.contacts[7].fax: unknown member. See the JSON schema in db/seed. (listed-office-7: \"1\")", failure.Message, StringComparison.Ordinal);
    }
}
