using FreedomCities.Api.Database;

namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>
/// Creates signers for cursors. All instances share the key, and each signer is bound to a context such as a list. The key is read at the
/// start: later the primary may be away, and lists come from a standby.
/// </summary>
internal sealed class CursorSigners(SecretQueries secrets, ILogger<CursorSigners> log) : BackgroundService
{
    private byte[]? _key;

    public bool HasKey => _key is not null;

    public async Task<CursorSigner> Create(string binding, CancellationToken ct) => new(await ReadKey(ct), binding);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !HasKey && !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await ReadKey(stoppingToken);
            }
            catch (Exception e)
            {
                await Backoff.Pause(log, "Reading the key of cursors failed", e, failures++, stoppingToken);
            }
        }
    }

    private async Task<byte[]> ReadKey(CancellationToken ct) => _key ??= await secrets.Find("cursor", ct);
}
