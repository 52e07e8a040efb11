using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>An absolute URL, http or https.</summary>
public sealed class WebAddress : TextValue<WebAddress>, ITextValue<WebAddress>
{
    public const string Message = "Required: an absolute http or https URL of at most 2,000 characters.";

    private const int MaxLength = 2000;

    private readonly Uri? _uri;

    public WebAddress(string given)
        : this(given, Find(given))
    {
    }

    private WebAddress(string given, Uri? uri)
        : base(given, uri is null ? Message : null) => _uri = uri;

    public Uri Uri => _uri ?? throw new InvalidOperationException(Message);

    public static WebAddress From(string given) => new(given);

    public static OpenApiSchema CreateSchema() =>
        new() { Type = JsonSchemaType.String, MaxLength = MaxLength, Pattern = "^[Hh][Tt][Tt][Pp][Ss]?://" };

    private static Uri? Find(string given) =>
        given.Length <= MaxLength && Uri.TryCreate(given, UriKind.Absolute, out var uri) && IsWeb(uri) ? uri : null;

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
}
