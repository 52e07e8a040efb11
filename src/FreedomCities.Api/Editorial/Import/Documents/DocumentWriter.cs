using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Import.Documents.Planning;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>Applies the plan of a document.</summary>
internal sealed class DocumentWriter
{
    private const int BatchSize = 500;

    private readonly ImportContext _context;
    private readonly DocumentPlan _plan;
    private readonly DocumentQueries _queries;

    public DocumentWriter(ImportContext context, DocumentPlan plan)
    {
        (_context, _plan) = (context, plan);
        _queries = new DocumentQueries(context.Connection, context.Options.Language, context.Ct);
    }

    public async Task Apply()
    {
        var source = await _context.Publisher.EnsureSource(_plan.SourceTitle, _context.File.Sha256, _context.Options.Date);
        foreach (var topic in _plan.Sections.Values.Prepend(_plan.Topic).Where(t => t.Name is not null))
        {
            await Write(topic, source);
        }

        await ResourceWriter.WritePlanned(_context, _plan.Resolved.Resources, source);
        var created = await WriteExisting(source);
        foreach (var batch in created.Chunk(BatchSize))
        {
            await Create(batch, source);
        }

        await ResourceImport.UpdateAnswers(_context, [.. _plan.Resolved.Resources.Where(r => r.IsFilled).Select(r => r.Id)]);
    }

    private async Task Write(TopicPlan topic, Guid source)
    {
        if (topic.IsNew)
        {
            await _context.Publisher.Create("topic", topic.Id, topic.Slug);
        }

        await _context.Publish(topic.Id, ContentHash.Compute(topic.Name!, null), source);
        await _queries.WriteTopic(topic.Id, topic.Name!);
    }

    /// <summary>Writes moved and changed entries.</summary>
    /// <returns>The new entries, with their positions.</returns>
    private async Task<List<(EntryPlan Entry, string Position)>> WriteExisting(Guid source)
    {
        var created = new List<(EntryPlan, string)>();
        var entries = _plan.Entries;
        var last = await _queries.PositionBefore(entries.FirstOrDefault(e => e.KeepsPosition)?.Existing?.Position);
        for (var i = 0; i < entries.Length;)
        {
            var placedCount = entries.Skip(i).TakeWhile(e => !e.KeepsPosition).Count();
            var positions = placedCount > 0 ? await _queries.PositionsAfter(last, placedCount) : [entries[i].Existing!.Position];
            foreach (var position in positions)
            {
                if (entries[i].Existing is null)
                {
                    created.Add((entries[i], position));
                }
                else
                {
                    await Write(entries[i], entries[i].Existing!, source, position);
                }

                (last, i) = (position, i + 1);
            }
        }

        return created;
    }

    private async Task Write(EntryPlan entry, ExistingEntry existing, Guid source, string position)
    {
        if (entry.IsMoved)
        {
            await _queries.WriteEntry(entry.Id, position, entry.Content.Jurisdiction);
        }

        if (entry.Action != EntryAction.Change)
        {
            return;
        }

        await _context.Publish(entry.Id, entry.Content, existing, source);
        if (entry.KeepsPosition)
        {
            await _queries.WriteEntry(entry.Id, position, entry.Content.Jurisdiction);
        }

        await _queries.WriteContent(entry.Id, FindTopics(entry), entry.Content);
        if (existing.ContentHash != entry.Content.Hash)
        {
            await _context.Publisher.Outdate(entry.Id, _context.Options.Language);
        }
    }

    private async Task Create((EntryPlan Entry, string Position)[] batch, Guid source)
    {
        var records = batch.Select(b => new NewRecord(b.Entry.Id, b.Entry.Slug, b.Entry.Content.Hash)).ToArray();
        await _context.Publisher.CreateAll("faq", records, _context.Options.Language, source, _context.Authorship);
        await NewEntries.Create(
            _context, [.. batch.Select(b => new NewEntry(b.Entry.Id, b.Position, FindTopics(b.Entry), b.Entry.Content))]);
        _context.Progress?.Report(batch.Length);
    }

    private Guid[] FindTopics(EntryPlan entry) =>
        entry.Content.Section is { } section ? [_plan.Topic.Id, _plan.Sections[section].Id] : [_plan.Topic.Id];
}
