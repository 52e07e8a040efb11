
namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>A published change is found at once, whether the index is made anew for it or brought up to date.</summary>
public abstract class CurrencyTests(Service service)
{
    [Fact]
    public async Task AddedEntry_IsFoundAndItsWordsAreKnown()
    {
        await service.Given.Faq("added", question: "What is a quorum?");

        await service.Finds("quorum", found => found is ["added", ..]);
        Assert.Equal("quorum", (await service.Search("quorrum")).Text("didYouMean"));
        Assert.Equal(["added"], await service.Slugs("/v1/search/suggestions?q=what+is+a+quo"));
    }

    [Fact]
    public async Task ChangedEntry_IsFoundByItsNewWordsAloneAndSoAgain()
    {
        await service.Given.Faq("changing", question: "Is there a zoo?");
        await service.Finds("zoo", found => found is ["changing", ..]);
        foreach (var (before, after) in new[] { ("zoo", "jukebox"), ("jukebox", "vineyard"), ("vineyard", "zoo") })
        {
            await service.Given.Execute(
                "update faq_translation set question = 'Is there a ' || @after || '?', answer_text = @after where question = 'Is there "
                    + "a ' || @before || '?'", new { before, after });

            await service.Finds(after, found => found is ["changing", ..]);
            Assert.DoesNotContain("changing", await service.Found(before));
        }
    }

    [Fact]
    public async Task WithdrawnEntry_IsFoundNoMoreUntilItIsBack()
    {
        await service.Given.Faq("taken-back", question: "Is there a lighthouse?");
        await service.Finds("lighthouse", found => found is ["taken-back", ..]);

        await service.Given.Withdrawn("faq", "taken-back");
        await service.Finds("lighthouse", found => !found.Contains("taken-back"));

        await service.Given.Execute(
            "update translation set status = 'published', withdrawn_at = null, withdrawal_reason = null where record_id = (select id "
                + "from record where slug = @slug)", new { slug = "taken-back" });
        await service.Finds("lighthouse", found => found is ["taken-back", ..]);
    }

    [Fact]
    public async Task NewAlias_RanksItsEntryFirst()
    {
        await service.Given.Faq("aliased", question: "May officers enter?");
        await service.Given.Execute(
            "update faq_translation set aliases = array['do I unlock the gate'] where question = @question",
            new { question = "May officers enter?" });

        // By meaning it may be first before its alias is indexed.
        await Eventually.Is(
            async () => await service.First("Do I unlock the gate?") is var first
                && (first.Text("slug"), first.GetProperty("score").GetDouble()) == ("aliased", 1),
            "the alias counts");
    }

    [Fact]
    public async Task RenamedTopic_IsFoundWithItsEntriesByItsNewName()
    {
        await service.Given.Topic("topic", name: "Jurisprudence");
        await service.Given.Faq("of-the-topic", ["topic"], question: "Why?");
        await service.Finds("jurisprudence", found => found.Order().SequenceEqual(["of-the-topic", "topic"]));

        await service.Given.Execute(
            "update topic_translation set name = 'Kindergartens' where name = @name",
            new { name = "Jurisprudence" });
        await service.Given.Renamed("topic", "topic", "kindergartens");

        await service.Finds(
            "kindergartens",
            found => found.Order().SequenceEqual(["kindergartens", "of-the-topic"]),
            "&topic=kindergartens");
        Assert.Equal(["kindergartens", "of-the-topic"], (await service.Found("kindergartens", "&topic=topic")).Order());
        Assert.Empty(await service.Found("jurisprudence"));
    }

    [Fact]
    public async Task EntryThatMoves_MovesItsResourcesToo()
    {
        await service.Given.Topic("here", name: "Here");
        await service.Given.Topic("there", name: "There");
        await service.Given.Resource("escrow-guide", "guide");
        await service.Given.Resource("escrow-part", "policy", parent: "escrow-guide", position: 1);
        await service.Given.Faq("moving", ["here"], question: "What is escrow?", resources: ["escrow-guide"]);
        await service.Finds("escrow", found => found.Length == 3, "&topic=here");

        await service.Given.Execute(
            "update faq_topic set topic_id = (select id from record where slug = @to) where topic_id = (select id from record where "
                + "slug = @from)",
            new { from = "here", to = "there" });

        await service.Finds("escrow", found => found.Length == 3, "&topic=there");
        Assert.Empty(await service.Found("escrow", "&topic=here"));

        await service.Given.Renamed("topic", "there", "elsewhere");
        await service.Finds("escrow", found => found.Length == 3, "&topic=elsewhere");
    }

    [Fact]
    public async Task NewTranslation_IsFoundAndServed()
    {
        await service.Given.Faq("translated", question: "Is there an orchard?");
        await service.Given.FaqTranslation("translated", "es", "¿Hay un huerto?");

        await service.Finds("huerto", found => found is ["translated", ..]);
        Assert.Equal("¿Hay un huerto?", (await service.First("orchard", "&lang=es")).Text("title"));
    }

    [Fact]
    public async Task RenamedAffiliate_IsFoundWithItsContacts()
    {
        await service.Given.Contact("mitchell-office", affiliate: "aff");
        await service.Given.Execute("update affiliate set name = 'Waterworks' where slug = @slug", new { slug = "aff" });

        await service.Finds("waterworks", found => found is ["mitchell-office", ..]);
    }

    [Fact]
    public async Task ImportedEdit_IsFound()
    {
        await service.Import("# Imported\n\n## What is a typewriter?\n\nA machine.\n");
        await service.Finds("typewriter machine", found => found is ["what-is-a-typewriter", ..]);

        await service.Import("# Imported\n\n## What is a typewriter?\n\nA clavichord.\n");
        await service.Finds("clavichord", found => found is ["what-is-a-typewriter", ..]);
    }
}

/// <summary>Few entries: all are read for each change.</summary>
public sealed class SmallIndexTests(Service service) : CurrencyTests(service), IClassFixture<Service>;

/// <summary>Many entries: what changed is read alone.</summary>
public sealed class LargeIndexTests(
    LargeIndexTests.ManyEntries service) : CurrencyTests(service), IClassFixture<LargeIndexTests.ManyEntries>
{
    private const int Count = 1_500;

    [Theory]
    [InlineData(3, "hedgehog")]
    [InlineData(400, "porcupine")]
    public async Task ManyChangesAtOnce_AreFoundAsByANewInstance(int changes, string word)
    {
        await service.Given.Execute(
            "update faq_translation set question = @word || ' ' || question where faq_id in (select md5(n::text)::uuid from "
                + "generate_series(1, @changes) n)", new { word, changes });
        await service.Finds(word, found => found.Length == Math.Min(changes, 50), "&limit=50");
        await using var second = new SecondInstance(service);
        await second.InitializeAsync();

        foreach (var query in new[] { word, "entry 1499", "entry 2", "hedgehog entry 3" })
        {
            Assert.Equal((await second.Found(query))[..3], (await service.Found(query))[..3]);
        }
    }

    [Fact]
    public async Task ChangesOfEntriesThatWereAlwaysThere_AddUp()
    {
        await Ask("entry-1000", "Is there a heron?");
        await service.Finds("heron", found => found is ["entry-1000", ..]);
        await service.Given.Withdrawn("faq", "entry-1001");
        await service.Finds("entry 1001", found => !found.Contains("entry-1001"), "&limit=50");
        await Ask("entry-1000", "Is there a pelican?");
        await service.Finds("pelican", found => found is ["entry-1000", ..]);
        await Ask("entry-1002", "Is there a gazelle?");
        await service.Finds("gazelle", found => found is ["entry-1002", ..]);

        Assert.DoesNotContain("entry-1000", await service.Found("heron"));
        foreach (var number in new[] { "1000", "1001", "1002" })
        {
            Assert.DoesNotContain("entry-" + number, await service.Found("entry " + number, "&limit=50"));
        }
    }

    private Task Ask(string slug, string question) => service.Given.Execute(
        "update faq_translation set question = @question where faq_id = (select id from record where slug = @slug)",
        new { slug, question });

    public sealed class ManyEntries(TestCluster cluster) : Service(cluster)
    {
        protected override Task Fill() => Given.Execute(
            """
            insert into source_document (id, title, retrieved_at) values (gen_random_uuid(), 'Many entries', '2026-01-01T00:00:00Z');
            insert into record (id, type, slug, updated_at)
            select md5(n::text)::uuid, 'faq', 'entry-' || n, '2026-01-01T00:00:00Z' from generate_series(1, @Count) n;
            insert into slug_history (type, slug, record_id, given_at) select type, slug, id, updated_at from record;
            insert into translation (record_id, language, status, origin, revision, content_hash, source_document_id, published_at, content_changed_at)
            select r.id, 'en', 'published', 'human', 1, 'sha256-' || repeat('0', 64), d.id, r.updated_at, r.updated_at from record r, source_document d;
            insert into revision (record_id, language, revision, content_hash, significance, at)
            select record_id, language, revision, content_hash, 'major', published_at from translation;
            insert into faq (id, position) select id, row_number() over (order by slug) from record;
            insert into faq_translation (faq_id, language, question, answer_written, answer_markdown, answer_html, answer_text)
            select id, 'en', 'Entry ' || split_part(slug, '-', 2) || ' of ' || @Count, 'A text.', 'A text.', '<p>A text.</p>', 'A text.' from record;
            """,
            new { Count });
    }
}
