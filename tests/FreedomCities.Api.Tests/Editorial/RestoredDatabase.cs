namespace FreedomCities.Api.Tests.Editorial;

/// <summary>One service for all cases of a class: each case begins with the content that the service started with.</summary>
public abstract class RestoredDatabase<TService>(TService service) : IClassFixture<TService>, IAsyncLifetime
    where TService : RestoredService
{
    protected Service Service => service;

    public ValueTask InitializeAsync() => new(service.Restore());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A service whose content can be restored.</summary>
public abstract class RestoredService(TestCluster cluster) : Service(cluster)
{
    // Migrations fill the tables that are left out; generated columns fill themselves.
    private const string TablesSql = """
        select c.relname, string_agg(quote_ident(a.attname), ', ')
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where c.relnamespace = 'public'::regnamespace
          and c.relkind = 'r'
          and c.relname not in ('schema_migrations', 'postal_code', 'jurisdiction_zone', 'secret', 'change_horizon')
        group by c.relname
        """;

    private const string SaveSql = $"""
        create schema saved;
        do $$
        declare
          name text;
          columns text;
        begin
          for name, columns in {TablesSql} loop
            execute format('create table saved.%I as select %s from public.%1$I', name, columns);
          end loop;
        end
        $$;
        """;

    // As a replica fires no triggers and checks no foreign keys.
    private const string RestoreSql = $"""
        set session_replication_role = replica;
        do $$
        declare
          name text;
          columns text;
        begin
          for name, columns in {TablesSql} loop
            execute format('delete from public.%I', name);
            execute format('insert into public.%I (%s) overriding system value select %2$s from saved.%1$I', name, columns);
          end loop;
        end
        $$;
        notify content;
        """;

    /// <summary>Saves the content: whoever overrides this fills the database first.</summary>
    protected override Task Fill() => Cluster.Superuser(DatabaseName, SaveSql);

    internal async Task Restore()
    {
        await Cluster.Superuser(DatabaseName, RestoreSql);
        await Notified();
    }
}

/// <summary>The service over an empty database.</summary>
public sealed class EmptyService(TestCluster cluster) : RestoredService(cluster);

/// <summary>The service over the real document, which each case may change.</summary>
public sealed class RestoredSeed(TestCluster cluster) : RestoredService(cluster)
{
    protected override string Template => TestCluster.Seeded;
}
