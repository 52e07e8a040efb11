using System.Text;
using Dapper;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing.Rendering;

namespace FreedomCities.Api.Tests.Editorial.Publishing.Rendering;

/// <summary>After every act, the stored documents are what a rebuild would render.</summary>
public sealed class DocumentRendererTests(TestCluster cluster) : Service(cluster)
{
    private const string First = "what-is-the-difference-between-freedom-cities-vs-sanctuary-cities";

    private const string RowsSql = "select md5(served::text) || type || ' ' || slug || ' ' || language from served order by 1";

    private static readonly string[] Acts =
    [
        "import", "link-moved", "source-date", "edit", "minor-edit", "move", "translate", "aliases", "contacts", "office", "affiliate",
        "resources", "review", "draft",
        "rename-entry", "rename-resource", "rename-office", "rename-topic", "rename-back", "publish-again", "withdraw-language",
        "withdraw-entry", "withdraw-parent", "withdraw-contact", "purge", "withdraw-topic", "link-lost",
    ];

    protected override string Template => TestCluster.Seeded;

    [Fact]
    public async Task Acts_LeaveWhatARebuildRenders()
    {
        foreach (var act in Acts)
        {
            await Do(act);

            IEnumerable<string> stored = await Rows();
            Assert.True(stored.SequenceEqual(await RowsOfRebuild()), $"After the act '{act}', the stored documents are wrong.");
        }
    }

    [Fact]
    public async Task Rebuild_MendsWhatIsWrong()
    {
        await this.Import("# Theatre\n\n## May I sing here?\n\nYes.");
        var stored = await Rows();

        await Given.Execute(
            """
            update served
            set document = '{}', slug = 'x', revision = 99, resources = array[record_id], contacts = array[record_id], family = record_id,
                place = 99, jurisdiction = 'US', kind = 'x', link_state = 'x', state = 'x', city = 'x', affiliate = 'x',
                updated_at = 'infinity'
            """,
            new { });
        Assert.NotEqual(stored, await Rows());
        await using (var connection = await Database.OpenConnectionAsync())
        {
            await new DocumentRenderer(connection, DateTimeOffset.UtcNow, CancellationToken.None).RenderAll();
        }

        Assert.Equal(stored, await Rows());
    }

    private Task Do(string act) => act switch
    {
        "import" => this.Import("# Library\n\n## May I eat here?\n\nNo. See [this](https://peoplepower.org/)."),
        "link-moved" => Given.Execute(
            """
            update faq_topic
            set topic_id = (select record_id from slug_history where type = 'topic' and slug = 'library')
            where faq_id = (select record_id from slug_history where type = 'faq' and slug = @First)
            """,
            new { First }),
        "source-date" => Given.Execute("update source_document set document_date = '2017-03-01'", new { }),
        "edit" => Edit("know your rights", "know all your rights"),
        "minor-edit" => Edit("know your rights", "know your right", "Minor"),
        "move" => Given.Execute("update faq set position = 900 where jurisdiction is not null and position = 1", new { }),
        "translate" => Given.TopicTranslation("freedom-cities", "fr", "Villes de la liberté"),
        "aliases" => Given.Execute("update faq_translation set aliases = '{One more}' where language = 'en'", new { }),
        "contacts" => Import("contacts.json", "505", "575"),
        "office" => Import("contacts.json", "main office", "new office"),
        "affiliate" => Import("contacts.json", "ACLU of New Mexico", "ACLU New Mexico"),
        "resources" => Import("resources.json", "People Power", "People's Power"),
        "link-lost" => Given.Execute("delete from faq_resource", new { }),
        "withdraw-topic" => this.Withdraw("freedom-cities"),
        "withdraw-entry" => this.Withdraw(First, "merged"),
        "withdraw-language" => this.Withdraw(First, "error", null, "es"),
        "withdraw-parent" => this.Withdraw("freedom-cities-action-guide"),
        "withdraw-contact" => this.Withdraw("aclu-nm-las-cruces"),
        "purge" => PurgeAnother(),
        "rename-topic" => this.Rename("freedom-cities", "other-cities"),
        "rename-entry" => this.Rename(First, "first"),
        "rename-resource" => this.Rename("freedom-cities-action-guide", "guide"),
        "rename-office" => this.Rename("aclu-nm-albuquerque", "albuquerque"),
        "rename-back" => RenameThereAndBack(),
        "publish-again" => WithdrawAndPublish(),
        "review" => Given.Execute(
            "update translation set last_reviewed_at = now(), reviewed_by_role = 'attorney' where language = 'en'", new { }),
        _ => Given.Faq("a-draft", ["freedom-cities"], status: "draft"),
    };

    private async Task RenameThereAndBack()
    {
        await this.Rename("people-power", "power");
        await this.Rename("power", "people-power");
    }

    private async Task PurgeAnother()
    {
        await Given.Contact("another");
        await this.Purge("another");
    }

    private async Task WithdrawAndPublish()
    {
        await this.Withdraw(First);
        await this.Publish(First);
    }

    private Task<string> Edit(string from, string to, string significance = "Major") => this.Import(
        FreedomCities.Api.EmbeddedFiles.Text("seed/freedom-cities-faq.txt").Replace(from, to, StringComparison.OrdinalIgnoreCase),
        new ImportOptions
        {
            Jurisdiction = "US-NM",
            Significance = Enum.Parse<FreedomCities.Api.Editorial.Publishing.Significance>(significance),
        });

    private Task<string> Import(string file, string from, string to) => this.Import(
        file, Encoding.UTF8.GetBytes(FreedomCities.Api.EmbeddedFiles.Text("seed/" + file).Replace(from, to, StringComparison.Ordinal)));

    private async Task<string[]> Rows()
    {
        await using var connection = await Database.OpenConnectionAsync();
        return [.. await connection.QueryAsync<string>(RowsSql)];
    }

    private async Task<string[]> RowsOfRebuild()
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("delete from served");
        await new DocumentRenderer(connection, DateTimeOffset.UtcNow, CancellationToken.None).RenderAll();
        return [.. await connection.QueryAsync<string>(RowsSql)];
    }
}
