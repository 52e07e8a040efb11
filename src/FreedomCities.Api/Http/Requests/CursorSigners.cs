using FreedomCities.Api.Database;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Creates signers with the key that all instances share.</summary>
internal sealed class CursorSigners(SecretQueries secrets)
{
    private byte[]? _key;

    public async Task<CursorSigner> Create(string binding, CancellationToken ct) => new(_key ??= await secrets.Find("cursor", ct), binding);
}
