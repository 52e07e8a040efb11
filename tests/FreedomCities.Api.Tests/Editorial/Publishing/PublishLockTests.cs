using Dapper;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Tests.Editorial.Publishing;

/// <summary>What publishes takes turns: one that waits says so, once, and not for ever.</summary>
public sealed class PublishLockTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    [Fact]
    public async Task Waiting_IsSaidOnceAndEndsInASentence()
    {
        await using var holder = await Service.Database.OpenConnectionAsync();
        await using var first = await holder.BeginTransactionAsync();
        var silent = new StringWriter();
        await new PublishLock(silent).Acquire(holder, CancellationToken.None);
        await using var connection = await Service.Database.OpenConnectionAsync();
        await using var second = await connection.BeginTransactionAsync();
        var errors = new StringWriter();

        var refusal =
            await Assert.ThrowsAsync<LifecycleException>(
                () => new PublishLock(errors) { Timeout = TimeSpan.FromSeconds(0.1) }.Acquire(connection, CancellationToken.None));

        Assert.Equal("", silent.ToString());
        Assert.Equal("Another import or command is publishing. Waiting up to 0.1 s.", errors.ToString().Trim());
        Assert.Equal(
            "Another import or command has been publishing for 0.1 s. Nothing was written. Try again after it ends.",
            refusal.Message);
    }

    [Fact]
    public async Task ImportThatWaited_GoesOnWhenTheOtherHasEnded()
    {
        await using var holder = await Service.Database.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await new PublishLock(TextWriter.Null).Acquire(holder, CancellationToken.None);
        await using var connection = await Service.Database.OpenConnectionAsync();
        await using var other = await connection.BeginTransactionAsync();
        var errors = new StringWriter();

        var waits = new PublishLock(errors).Acquire(connection, CancellationToken.None);
        await Eventually.Is(() => errors.ToString().Length > 0, "said that it waits");
        await transaction.RollbackAsync();
        await waits;

        Assert.Equal("0", await connection.QuerySingleAsync<string>("show lock_timeout"));
    }
}
