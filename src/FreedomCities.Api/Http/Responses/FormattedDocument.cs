namespace FreedomCities.Api.Http.Responses;

/// <summary>An answer in a media type of its own.</summary>
/// <param name="Languages">Of what is in it.</param>
internal sealed record FormattedDocument(string ContentType, byte[] Content, string[] Languages)
    : IResult, IPage, IValueHttpResult, IStatusCodeHttpResult, IContentTypeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public object? Value => this;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = ContentType;
        return httpContext.Response.Body.WriteAsync(Content, httpContext.RequestAborted).AsTask();
    }
}
