using FreedomCities.Api.Database;

namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>Creates signers for cursors. All instances share the key, and each signer is bound to a context such as a list.</summary>
internal sealed class CursorSigners(SecretQueries secrets)
{
    private byte[]? _key;

    public async Task<CursorSigner> Create(string binding, CancellationToken ct) => new(_key ??= await secrets.Find("cursor", ct), binding);
}
