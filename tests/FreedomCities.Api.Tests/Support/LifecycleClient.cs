using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Editorial.Publishing.Erasure;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Takes records back, publishes them again and renames them, as the commands do.</summary>
internal static class LifecycleClient
{
    private const string WrittenSql = """
        select concat_ws(' ',
          (select md5(string_agg(r::text, ',' order by r.id)) from record r), (select md5(string_agg(t::text, ',' order by t.record_id, t.language)) from translation t),
          (select count(*) from slug_history), (select count(*) from revision), (select count(*) from change))
        """;

    /// <summary>A record of any type, published in English.</summary>
    public static Task Make(this Given given, string type, string slug) => type switch
    {
        "faq" => given.Faq(slug),
        "topic" => given.Topic(slug),
        "resource" => given.Resource(slug),
        _ => given.Contact(slug),
    };

    public static Task<string[]> Withdraw(
        this Service service, string slug, string reason = "law-changed", string? replacedBy = null, string? language = null,
        string? type = null) =>
        service.Act(l => l.Withdraw(new RecordName(slug, type), language, reason, replacedBy, CancellationToken.None));

    public static Task<string[]> Publish(this Service service, string slug, string? language = null, string? type = null) =>
        service.Act(l => l.Publish(new RecordName(slug, type), language, CancellationToken.None));

    public static Task<string> Rename(this Service service, string slug, string to, string? type = null) =>
        service.Act(l => l.Rename(new RecordName(slug, type), to, CancellationToken.None));

    /// <summary>Erases a contact and vacuums, as the command does.</summary>
    public static async Task Purge(this Service service, string slug)
    {
        await using var owner = service.Server.ConnectAsOwner();
        await new Lifecycle(owner, TimeProvider.System).Purge(slug, CancellationToken.None);
        await ContactErasure.Vacuum(owner, CancellationToken.None);
        await service.Notified();
    }

    /// <summary>Demands that an act is refused with a message that says this, and that nothing of it is written.</summary>
    public static async Task Refuses(this Service service, Func<Task> act, string message)
    {
        var before = await service.Database.QueryFirst<string>(WrittenSql, new { }, CancellationToken.None);
        var failure = await Assert.ThrowsAsync<LifecycleException>(act);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await service.Database.QueryFirst<string>(WrittenSql, new { }, CancellationToken.None));
    }

    private static async Task<T> Act<T>(this Service service, Func<Lifecycle, Task<T>> act)
    {
        var done = await act(new Lifecycle(service.Database, TimeProvider.System));
        await service.Notified();
        return done;
    }
}
