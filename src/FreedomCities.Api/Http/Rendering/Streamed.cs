namespace FreedomCities.Api.Http.Rendering;

/// <summary>A route whose responses are sent while they are written.</summary>
internal sealed record Streamed
{
    public static bool Applies(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Streamed>() is not null;
}
